/** Sums of units by month, made of bookings and bills, kept and announced. */
@NullMarked
package cn.dangjian.dues.total.sum;

import org.jspecify.annotations.NullMarked;
