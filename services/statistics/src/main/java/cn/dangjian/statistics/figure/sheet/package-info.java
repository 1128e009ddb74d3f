/** 数表: the figures of a unit in a month, of one moment, on the tree of that month or on today's. */
@NullMarked
package cn.dangjian.statistics.figure.sheet;

import org.jspecify.annotations.NullMarked;
