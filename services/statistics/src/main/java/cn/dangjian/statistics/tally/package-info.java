/** 计数: one fact for each addressed unit, and the cells of its ancestors, which are always the sums of the facts. */
@NullMarked
package cn.dangjian.statistics.tally;

import org.jspecify.annotations.NullMarked;
