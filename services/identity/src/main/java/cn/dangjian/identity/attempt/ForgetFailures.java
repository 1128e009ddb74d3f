package cn.dangjian.identity.attempt;

import java.time.Clock;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Deletes failures that no longer count. */
@Service
class ForgetFailures {

    private final FailureRepository failures;
    private final AttemptSettings settings;
    private final Clock clock;

    ForgetFailures(FailureRepository failures, AttemptSettings settings, Clock clock) {
        this.failures = failures;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT10M")
    @SchedulerLock(name = "forget-failures")
    void forget() {
        while (failures.purge(clock.instant().minus(settings.forget())) > 0) {
            // one chunk after the other, so that no transaction grows long
        }
    }
}
