/** 排查批次: the yearly screening for weak and lax units, county by county, and what a ratio would advise. */
@NullMarked
package cn.dangjian.organization.field.screening;

import org.jspecify.annotations.NullMarked;
