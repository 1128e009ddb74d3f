package cn.dangjian.platform.neighbours;

import feign.FeignException;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Another service, asked by id or in more words, behind a breaker and a bulkhead.
 *
 * <p>When it does not answer, the answer here is {@link Answer.Unconfirmed}: never a guess.
 *
 * @param <Q> what it is asked with; stands in the log if it does not answer
 * @param <T> what is read of its answer
 */
public final class Neighbour<Q, T> {

    private static final Logger log = LoggerFactory.getLogger(Neighbour.class);

    private final String name;
    private final Duration pause;
    private final Function<Q, T> client;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;

    /**
     * A neighbour with a breaker and a bulkhead of its own.
     *
     * @param client asks it over HTTP, and throws {@link FeignException.NotFound} if it does not know what it is asked about
     */
    public Neighbour(String name, NeighbourSettings settings, Function<Q, T> client) {
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
    public Answer<T> ask(Q question) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Asking " + name + " inside a transaction");
        }
        Supplier<Answer<T>> asking = () -> new Answer.Confirmed<>(client.apply(question));
        try {
            return Bulkhead.decorateSupplier(bulkhead, CircuitBreaker.decorateSupplier(breaker, asking))
                    .get();
        } catch (FeignException.NotFound e) {
            return new Answer.Unknown<>();
        } catch (CallNotPermittedException | BulkheadFullException e) {
            return new Answer.Unconfirmed<>(pause);
        } catch (RuntimeException e) {
            log.warn("{} does not answer about {}: {}", name, question, e.toString());
            return new Answer.Unconfirmed<>(pause);
        }
    }
}
