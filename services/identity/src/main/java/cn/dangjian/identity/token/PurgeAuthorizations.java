package cn.dangjian.identity.token;

import java.time.Clock;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Deletes authorizations that have expired. */
@Service
class PurgeAuthorizations {

    private final AuthorizationRepository authorizations;
    private final Clock clock;

    PurgeAuthorizations(AuthorizationRepository authorizations, Clock clock) {
        this.authorizations = authorizations;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    @SchedulerLock(name = "purge-authorizations")
    void purge() {
        while (authorizations.purge(clock.instant()) > 0) {
            // one chunk after the other, so that no transaction grows long
        }
    }
}
