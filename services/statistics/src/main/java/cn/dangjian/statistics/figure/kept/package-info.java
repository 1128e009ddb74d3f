/** 汇总: what units themselves have, and sums of all at and below each, which are always the sums of what events said. */
@NullMarked
package cn.dangjian.statistics.figure.kept;

import org.jspecify.annotations.NullMarked;
