/** 总账: accounts, bookings and their lines. */
@NullMarked
package cn.dangjian.dues.book.ledger;

import org.jspecify.annotations.NullMarked;
