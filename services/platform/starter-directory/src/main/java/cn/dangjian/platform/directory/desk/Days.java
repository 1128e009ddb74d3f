package cn.dangjian.platform.directory.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** Today, where the province is. */
public class Days {

    private final DaySettings settings;
    private final Clock clock;

    Days(DaySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    public LocalDate today() {
        return dayOf(now());
    }

    public Instant now() {
        return clock.instant();
    }

    /** The day of an instant, where the province is. */
    public LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, settings.zone());
    }

    /** What a clock shows at an instant, where the province is. */
    public LocalTime timeOf(Instant at) {
        return LocalTime.ofInstant(at, settings.zone());
    }

    /** When a day begins, where the province is. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(settings.zone()).toInstant();
    }

    /** The last moment of a day, where the province is, as finely as tables keep it. */
    public Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1)).minus(1, ChronoUnit.MICROS);
    }
}
