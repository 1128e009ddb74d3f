/** 账期: which months are closed, and since which day something may be booked. */
@NullMarked
package cn.dangjian.dues.book.period;

import org.jspecify.annotations.NullMarked;
