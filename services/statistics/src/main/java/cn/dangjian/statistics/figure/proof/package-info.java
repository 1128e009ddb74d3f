/** 核对: compares the sums that are kept with a recount, and adds them up again. */
@NullMarked
package cn.dangjian.statistics.figure.proof;

import org.jspecify.annotations.NullMarked;
