package cn.dangjian.platform.directory.access;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets changes that no living token can be behind; harmless on several replicas at once. */
public class ForgetAccess {

    private final AccessTable accesses;
    private final AccessSettings settings;
    private final Clock clock;

    ForgetAccess(AccessTable accesses, AccessSettings settings, Clock clock) {
        this.accesses = accesses;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT20M", fixedDelayString = "PT1H")
    public void forget() {
        accesses.purge(clock.instant().minus(settings.keep()));
    }
}
