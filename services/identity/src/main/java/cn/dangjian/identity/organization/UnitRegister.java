package cn.dangjian.identity.organization;

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
 * Asks organization about a unit, behind a breaker and a bulkhead.
 *
 * <p>When organization does not answer, the answer here is {@link Answer.Unconfirmed}: never a guess.
 */
@Service
public class UnitRegister {

    private static final Logger log = LoggerFactory.getLogger(UnitRegister.class);

    private final OrganizationClient organization;
    private final OrganizationSettings settings;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;

    UnitRegister(OrganizationClient organization, OrganizationSettings settings) {
        this.organization = organization;
        this.settings = settings;
        this.breaker = CircuitBreaker.of(
                "organization",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(settings.window())
                        .minimumNumberOfCalls(settings.window() / 2)
                        .failureRateThreshold(settings.failureRate())
                        .waitDurationInOpenState(settings.pause())
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .ignoreExceptions(FeignException.NotFound.class)
                        .build());
        this.bulkhead = Bulkhead.of(
                "organization",
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
    public Answer ask(long unit) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Asking organization inside a transaction");
        }
        Supplier<Answer> question = () -> {
            var answer = organization.unit(unit);
            return new Answer.Confirmed(answer.id(), answer.code());
        };
        try {
            return Bulkhead.decorateSupplier(bulkhead, CircuitBreaker.decorateSupplier(breaker, question))
                    .get();
        } catch (FeignException.NotFound e) {
            return new Answer.Unknown();
        } catch (CallNotPermittedException | BulkheadFullException e) {
            return new Answer.Unconfirmed(settings.pause());
        } catch (RuntimeException e) {
            log.warn("Organization does not answer about unit {}: {}", unit, e.toString());
            return new Answer.Unconfirmed(settings.pause());
        }
    }

    /** What is known about the unit now. */
    public sealed interface Answer {
        record Confirmed(long unit, String code) implements Answer {}

        record Unknown() implements Answer {}

        /** Ask again after a while. */
        record Unconfirmed(Duration retryAfter) implements Answer {}
    }
}
