/** 走势: a measure at a unit, month by month. */
@NullMarked
package cn.dangjian.statistics.figure.trend;

import org.jspecify.annotations.NullMarked;
