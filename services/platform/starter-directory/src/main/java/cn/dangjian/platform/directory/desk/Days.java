package cn.dangjian.platform.directory.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

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
}
