package cn.dangjian.member.growth.edition;

import cn.dangjian.platform.rules.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * A time that a rule names: months and years, or working days. The day on which it begins does not count; a month without
 * the day that it would end on ends with its last one (民法典第二百零二条).
 */
record Span(Period period, int workingDays) {

    private static final String WORKING = " working days";

    /** @return null if the text is empty */
    static @Nullable Span parse(String text) {
        if (text.isEmpty()) return null;
        return text.endsWith(WORKING)
                ? new Span(Period.ZERO, Integer.parseInt(text.substring(0, text.length() - WORKING.length())))
                : new Span(Period.parse(text), 0);
    }

    LocalDate after(LocalDate day, WorkingCalendar calendar) {
        return calendar.after(day.plus(period), workingDays);
    }

    /** Whether it may end on another day than is known now. */
    boolean isProvisional(LocalDate day, WorkingCalendar calendar) {
        return workingDays > 0 && !calendar.isWhole(day, after(day, calendar));
    }
}
