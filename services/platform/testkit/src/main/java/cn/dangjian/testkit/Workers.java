package cn.dangjian.testkit;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/**
 * The workers of a service, which look for work each second or more often. Whoever waits for what they do need not wait
 * for their next turn too: they look while he waits, as those of a second replica would.
 */
public final class Workers {

    private static final Duration OFTEN = Duration.ofSeconds(1);

    private final List<Runnable> workers;

    Workers(List<ScheduledTaskHolder> holders) {
        workers = holders.stream()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .map(ScheduledTask::getTask)
                .filter(FixedDelayTask.class::isInstance)
                .map(FixedDelayTask.class::cast)
                .filter(task -> task.getInitialDelayDuration().isZero()
                        && task.getIntervalDuration().compareTo(OFTEN) <= 0)
                .map(FixedDelayTask::getRunnable)
                .toList();
    }

    /** Waits as Awaitility does; as long as it has not come, the workers look. */
    public ConditionFactory await() {
        return Awaitility.await().conditionEvaluationListener(seen -> {
            if (!seen.isSatisfied()) workers.forEach(Workers::look);
        });
    }

    private static void look(Runnable worker) {
        try {
            worker.run();
        } catch (RuntimeException e) {
            // by itself it would have failed as well and tried again: what does not come ends the test
        }
    }
}
