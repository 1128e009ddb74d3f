/** 缴费基数: on what a member pays, as his branch has recorded it, from a month on. */
@NullMarked
package cn.dangjian.dues.rate.base;

import org.jspecify.annotations.NullMarked;
