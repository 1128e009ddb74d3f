/** 代码表: the codes of national standards and of this platform that a member's file is written in. */
@NullMarked
package cn.dangjian.member.person.code;

import org.jspecify.annotations.NullMarked;
