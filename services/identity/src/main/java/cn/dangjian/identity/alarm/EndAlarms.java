package cn.dangjian.identity.alarm;

import java.util.List;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Ends alarms whose account or address has been quiet, and forgets what never became one. */
@Service
class EndAlarms {

    private static final int CHUNK = 500;

    private final Alarms alarms;

    EndAlarms(Alarms alarms) {
        this.alarms = alarms;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    @SchedulerLock(name = "end-alarms")
    void end() {
        List<String> quiet;
        do {
            quiet = alarms.quiet(CHUNK);
            quiet.forEach(alarms::end);
        } while (quiet.size() == CHUNK);
    }
}
