/** 关怀与提醒: who pays less than is due, and whoever does not pay. */
@NullMarked
package cn.dangjian.dues.care;

import org.jspecify.annotations.NullMarked;
