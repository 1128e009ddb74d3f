/** 发展党员: the rules as data, each person's way through them, and how many a county may admit in a year. */
@NullMarked
package cn.dangjian.member.growth;

import org.jspecify.annotations.NullMarked;
