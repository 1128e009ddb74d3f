/** 交纳人: who pays, at which unit and as what, as member tells it; no name, no number. */
@NullMarked
package cn.dangjian.dues.roll;

import org.jspecify.annotations.NullMarked;
