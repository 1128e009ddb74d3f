/** 姓名: what services that know no names are told for a paper that they print; written down as any reading. */
@NullMarked
package cn.dangjian.member.person.named;

import org.jspecify.annotations.NullMarked;
