/** 结账: a county closes a month, and whoever is above it has it reopened. */
@NullMarked
package cn.dangjian.dues.bill.closing;

import org.jspecify.annotations.NullMarked;
