/** 发展党员计划: how many may be admitted in a county and year, and which branches have not admitted anybody for years. */
@NullMarked
package cn.dangjian.member.growth.quota;

import org.jspecify.annotations.NullMarked;
