/** 缴费订单: a member orders, he or a relative pays the provider, and what the provider says is checked and booked once. */
@NullMarked
package cn.dangjian.dues.online.order;

import org.jspecify.annotations.NullMarked;
