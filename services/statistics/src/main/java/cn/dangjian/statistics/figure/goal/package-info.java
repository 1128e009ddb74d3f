/** 目标: what figures should be, as the unit or one above it has set. */
@NullMarked
package cn.dangjian.statistics.figure.goal;

import org.jspecify.annotations.NullMarked;
