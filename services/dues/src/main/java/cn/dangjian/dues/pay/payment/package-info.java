/** 交纳: what a branch takes of its members, gives back, or takes back. */
@NullMarked
package cn.dangjian.dues.pay.payment;

import org.jspecify.annotations.NullMarked;
