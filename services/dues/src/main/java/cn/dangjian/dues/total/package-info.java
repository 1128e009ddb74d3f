/** 汇总: what was billed, collected and passed on, of each unit and month, and of all tiers. */
@NullMarked
package cn.dangjian.dues.total;

import org.jspecify.annotations.NullMarked;
