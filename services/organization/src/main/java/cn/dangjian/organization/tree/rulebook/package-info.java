/** 规则: the numbers that regulations and the province set, by day and by place, each with its source. */
@NullMarked
package cn.dangjian.organization.tree.rulebook;

import org.jspecify.annotations.NullMarked;
