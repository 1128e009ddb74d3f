/** 支付机构: whoever takes money for us, behind one interface, asked over HTTP with signed requests. */
@NullMarked
package cn.dangjian.dues.online.provider;

import org.jspecify.annotations.NullMarked;
