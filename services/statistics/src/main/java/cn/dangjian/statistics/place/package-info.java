/** 位置: where in the tree something is counted. */
@NullMarked
package cn.dangjian.statistics.place;

import org.jspecify.annotations.NullMarked;
