/** 线上缴费: what members pay through a provider. */
@NullMarked
package cn.dangjian.dues.online;

import org.jspecify.annotations.NullMarked;
