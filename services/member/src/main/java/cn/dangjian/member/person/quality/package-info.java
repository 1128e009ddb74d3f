/** 数据质量: how much of a file is there, what is missing, and what contradicts itself. */
@NullMarked
package cn.dangjian.member.person.quality;

import org.jspecify.annotations.NullMarked;
