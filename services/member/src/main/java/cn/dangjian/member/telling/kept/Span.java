package cn.dangjian.member.telling.kept;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** Times for which it is kept how numbers turned in them; each holds whole ones of the next. */
enum Span {
    ALL,
    DECADE,
    YEAR,
    MONTH,
    DAY;

    /** The day with which the one begins in which a day lies. */
    LocalDate first(LocalDate day) {
        return switch (this) {
            case ALL -> LocalDate.of(1000, 1, 1);
            case DECADE -> LocalDate.of(day.getYear() / 10 * 10, 1, 1);
            case YEAR -> day.with(TemporalAdjusters.firstDayOfYear());
            case MONTH -> day.with(TemporalAdjusters.firstDayOfMonth());
            case DAY -> day;
        };
    }

    /** The day with which it ends. */
    LocalDate last(LocalDate day) {
        return switch (this) {
            case ALL -> LocalDate.of(9999, 12, 31);
            case DECADE -> LocalDate.of(day.getYear() / 10 * 10 + 9, 12, 31);
            case YEAR -> day.with(TemporalAdjusters.lastDayOfYear());
            case MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
            case DAY -> day;
        };
    }

    /** The one that holds whole ones of these; the widest one holds itself. */
    Span wider() {
        return switch (this) {
            case ALL, DECADE -> ALL;
            case YEAR -> DECADE;
            case MONTH -> YEAR;
            case DAY -> MONTH;
        };
    }
}
