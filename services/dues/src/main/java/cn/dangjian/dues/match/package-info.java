/** 对账: what the provider and the banks say has moved, held against what is booked here. */
@NullMarked
package cn.dangjian.dues.match;

import org.jspecify.annotations.NullMarked;
