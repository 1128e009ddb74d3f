package cn.dangjian.platform.rules.calendar;

import java.time.LocalDate;
import java.util.Map;

/**
 * 放假安排通知: the State Council's notice for a year.
 *
 * @param whole whether all of its days are known
 * @param days those on which it differs from Monday to Friday: true if they are worked on
 * @param source the notice and its day
 */
record Notice(int year, boolean whole, Map<LocalDate, Boolean> days, String source) {}
