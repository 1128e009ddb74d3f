/** 规则: the numbers that regulations and the province set, by day and by place, each with its source. */
@NullMarked
package cn.dangjian.platform.rules.book;

import org.jspecify.annotations.NullMarked;
