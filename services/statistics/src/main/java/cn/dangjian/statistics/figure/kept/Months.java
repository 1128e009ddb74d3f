package cn.dangjian.statistics.figure.kept;

import java.time.LocalDate;

/** Months, each by its first day. */
public final class Months {

    /** Before all months. */
    public static final LocalDate ALWAYS = LocalDate.of(1000, 1, 1);

    /** After all months. */
    public static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    private Months() {}

    public static LocalDate of(LocalDate day) {
        return day.withDayOfMonth(1);
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
