package cn.dangjian.statistics.task;

import feign.FeignException;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Asks task about a dispatch, behind a breaker and a bulkhead.
 *
 * <p>When task does not answer, the answer here is {@link Answer.Unconfirmed}: never a guess.
 */
@Service
public class DispatchRegister {

    private static final Logger log = LoggerFactory.getLogger(DispatchRegister.class);

    private final TaskClient task;
    private final TaskSettings settings;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;

    DispatchRegister(TaskClient task, TaskSettings settings) {
        this.task = task;
        this.settings = settings;
        this.breaker = CircuitBreaker.of(
                "task",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(settings.window())
                        .minimumNumberOfCalls(settings.window() / 2)
                        .failureRateThreshold(settings.failureRate())
                        .waitDurationInOpenState(settings.pause())
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .ignoreExceptions(FeignException.NotFound.class)
                        .build());
        this.bulkhead = Bulkhead.of(
                "task",
                BulkheadConfig.custom()
                        .maxConcurrentCalls(settings.calls())
                        .maxWaitDuration(Duration.ZERO)
                        .build());
    }

    /**
     * Never inside a transaction: a slow neighbour must not hold a connection.
     *
     * @throws IllegalStateException inside a transaction
     */
    public Answer ask(long dispatch) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Asking task inside a transaction");
        }
        Supplier<Answer> question = () -> new Answer.Confirmed(task.dispatch(dispatch));
        try {
            return Bulkhead.decorateSupplier(bulkhead, CircuitBreaker.decorateSupplier(breaker, question))
                    .get();
        } catch (FeignException.NotFound e) {
            return new Answer.Unknown();
        } catch (CallNotPermittedException | BulkheadFullException e) {
            return new Answer.Unconfirmed(settings.pause());
        } catch (RuntimeException e) {
            log.warn("Task does not answer about dispatch {}: {}", dispatch, e.toString());
            return new Answer.Unconfirmed(settings.pause());
        }
    }

    /** What task knows of the dispatch now. */
    public sealed interface Answer {
        record Confirmed(Issued dispatch) implements Answer {}

        record Unknown() implements Answer {}

        /** Ask again after a while. */
        record Unconfirmed(Duration retryAfter) implements Answer {}
    }
}
