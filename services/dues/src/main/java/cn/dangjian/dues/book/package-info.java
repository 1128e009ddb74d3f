/** 账: every movement of money is a booking whose lines balance; none is ever changed. */
@NullMarked
package cn.dangjian.dues.book;

import org.jspecify.annotations.NullMarked;
