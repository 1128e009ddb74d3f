package cn.dangjian.identity.signin;

import java.time.Clock;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Deletes what the record of sign-ins need not hold any longer. */
@Service
class PurgeSignIns {

    private final SignInRepository record;
    private final SignInSettings settings;
    private final Clock clock;

    PurgeSignIns(SignInRepository record, SignInSettings settings, Clock clock) {
        this.record = record;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
    @SchedulerLock(name = "purge-sign-ins")
    void purge() {
        var now = clock.instant();
        while (record.purge(now.minus(settings.keep())) > 0) {
            // one chunk after the other, so that no transaction grows long
        }
    }
}
