package cn.dangjian.task.lane;

import cn.dangjian.platform.web.problem.Problem;
import cn.dangjian.platform.web.problem.ProblemException;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.core.functions.CheckedSupplier;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Dispatches to very many units, some at a time, whoever came first. Fifty at once would hold every connection for as long as
 * the last of them takes, and a village that signs meanwhile would be turned away.
 */
@Component
public class WideLane {

    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final LaneSettings settings;
    private final Bulkhead bulkhead;

    WideLane(LaneSettings settings) {
        this.settings = settings;
        this.bulkhead = Bulkhead.of(
                "wide",
                BulkheadConfig.custom()
                        .maxConcurrentCalls(settings.atOnce())
                        .maxWaitDuration(settings.patience())
                        .fairCallHandlingStrategyEnabled(true)
                        .build());
    }

    /** A dispatch to more units than these has to wait for its turn. */
    public int over() {
        return settings.over();
    }

    /**
     * Does something in its turn.
     *
     * @throws ProblemException 503 {@code dispatch.busy}: its turn did not come in time
     * @throws IllegalStateException inside a transaction: whoever waits must not hold a connection
     */
    public @Nullable Object within(CheckedSupplier<@Nullable Object> wide) throws Throwable {
        if (TransactionSynchronizationManager.isActualTransactionActive())
            throw new IllegalStateException("Waiting for a turn inside a transaction");
        try {
            return bulkhead.executeCheckedSupplier(wide);
        } catch (BulkheadFullException e) {
            throw new ProblemException(new Problem(LaneRefusal.BUSY).retryAfter(AGAIN));
        }
    }
}
