/** 应上缴: what units should pass on by when, have passed on and owe. */
@NullMarked
package cn.dangjian.dues.remit.share;

import org.jspecify.annotations.NullMarked;
