/** 一套数: one set of numbers behind the views of all tiers, each traceable to the events that said it. */
@NullMarked
package cn.dangjian.statistics.figure;

import org.jspecify.annotations.NullMarked;
