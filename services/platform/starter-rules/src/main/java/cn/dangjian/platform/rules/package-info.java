/** 规则: what regulations say is data, dated and with its source; nothing of it is a number in the code. */
@NullMarked
package cn.dangjian.platform.rules;

import org.jspecify.annotations.NullMarked;
