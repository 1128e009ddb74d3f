/** 交纳: what members owe, and what they pay. */
@NullMarked
package cn.dangjian.dues.pay;

import org.jspecify.annotations.NullMarked;
