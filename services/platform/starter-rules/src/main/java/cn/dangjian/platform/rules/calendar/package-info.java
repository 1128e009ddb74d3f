/** 工作日历: which days are worked on, by the yearly notices as far as they are known and by the law where none is. */
@NullMarked
package cn.dangjian.platform.rules.calendar;

import org.jspecify.annotations.NullMarked;
