package cn.dangjian.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;

/** Between which years a day or a point in time lies, the first and the last included, in UTC. */
enum Years {
    /** What the database keeps; 9999-12-31 says there that something has no end yet. */
    KEPT(1000, 9999),

    /** What a request may say: no sum of it and a period reaches the end of what is kept. */
    ASKED(1000, 2999);

    private final int first;
    private final int last;

    Years(int first, int last) {
        this.first = first;
        this.last = last;
    }

    boolean hold(Temporal time) {
        int year =
                switch (time) {
                    case Instant instant -> year(instant);
                    case OffsetDateTime at -> year(at.toInstant());
                    case LocalDate day -> day.getYear();
                    case YearMonth month -> month.getYear();
                    default -> time.get(ChronoField.YEAR);
                };
        return first <= year && year <= last;
    }

    private static int year(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).getYear();
    }
}
