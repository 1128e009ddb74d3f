/** 按月核算: a month is billed by set, county by county, and what becomes known later is corrected. */
@NullMarked
package cn.dangjian.dues.bill.month;

import org.jspecify.annotations.NullMarked;
