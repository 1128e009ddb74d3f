/** 统计: what was dispatched and what became of it, for every tier, as sums that can be explained down to the unit. */
@NullMarked
package cn.dangjian.statistics;

import org.jspecify.annotations.NullMarked;
