package cn.dangjian.organization.tree;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Today, where the province is. */
@Component
public class Days {

    private final TreeSettings settings;
    private final Clock clock;

    Days(TreeSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now(), settings.zone());
    }

    public Instant now() {
        return clock.instant();
    }
}
