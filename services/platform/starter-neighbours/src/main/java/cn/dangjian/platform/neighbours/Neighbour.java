package cn.dangjian.platform.neighbours;

import feign.FeignException;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Another service, asked by id, behind a breaker and a bulkhead.
 *
 * <p>When it does not answer, the answer here is {@link Answer.Unconfirmed}: never a guess.
 *
 * @param <T> what is read of its answer
 */
public final class Neighbour<T> {

    private static final Logger log = LoggerFactory.getLogger(Neighbour.class);

    private final String name;
    private final Duration pause;
    private final LongFunction<T> client;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;

    /**
     * A neighbour with a breaker and a bulkhead of its own.
     *
     * @param client asks it over HTTP, and throws {@link FeignException.NotFound} if it does not know the id
     */
    public Neighbour(String name, NeighbourSettings settings, LongFunction<T> client) {
        this.name = name;
        this.pause = settings.pause();
        this.client = client;
        this.breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(settings.window())
                        .minimumNumberOfCalls(settings.window() / 2)
                        .failureRateThreshold(settings.failureRate())
                        .waitDurationInOpenState(settings.pause())
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .ignoreExceptions(FeignException.NotFound.class)
                        .build());
        this.bulkhead = Bulkhead.of(
                name,
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
    public Answer<T> ask(long id) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Asking " + name + " inside a transaction");
        }
        Supplier<Answer<T>> question = () -> new Answer.Confirmed<>(client.apply(id));
        try {
            return Bulkhead.decorateSupplier(bulkhead, CircuitBreaker.decorateSupplier(breaker, question))
                    .get();
        } catch (FeignException.NotFound e) {
            return new Answer.Unknown<>();
        } catch (CallNotPermittedException | BulkheadFullException e) {
            return new Answer.Unconfirmed<>(pause);
        } catch (RuntimeException e) {
            log.warn("{} does not answer about {}: {}", name, id, e.toString());
            return new Answer.Unconfirmed<>(pause);
        }
    }
}
