package cn.dangjian.gateway.route;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Counts a request that its client has given up as slow if it had waited that long: by itself a breaker takes what was
 * cancelled for nothing, and would never open while clients are less patient than the gateway.
 *
 * @param slow from which time on a call counts as slow
 */
record GivenUp(Supplier<CircuitBreaker> breaker, Duration slow) implements GatewayFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return Mono.defer(() -> {
            long since = System.nanoTime();
            return chain.filter(exchange).doOnCancel(() -> {
                long waited = System.nanoTime() - since;
                if (waited >= slow.toNanos() && !exchange.getResponse().isCommitted())
                    breaker.get().onError(waited, NANOSECONDS, new TimeoutException("given up by its client"));
            });
        });
    }
}
