/** 违纪违法排查 (MEM-15): a list of restricted visibility; for whoever may not read it, it does not exist. */
@NullMarked
package cn.dangjian.member.care.discipline;

import org.jspecify.annotations.NullMarked;
