package cn.dangjian.gateway.route;

import cn.dangjian.gateway.problem.ProblemException;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.cloud.circuitbreaker.resilience4j.ReactiveResilience4JCircuitBreakerFactory;
import org.springframework.cloud.circuitbreaker.resilience4j.ReactiveResilience4jBulkheadProvider;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JConfigBuilder;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4jBulkheadConfigurationBuilder;
import org.springframework.cloud.client.circuitbreaker.Customizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One breaker (熔断) and one bulkhead per route. */
@Configuration(proxyBeanMethods = false)
class Breakers {

    @Bean
    Customizer<ReactiveResilience4JCircuitBreakerFactory> oneBreakerPerRoute(RouteSettings settings) {
        var rules = settings.breaker();
        Function<String, CircuitBreakerConfig> config = route -> CircuitBreakerConfig.custom()
                .slidingWindowSize(rules.calls())
                .minimumNumberOfCalls(rules.minimum())
                .failureRateThreshold(rules.failurePercent())
                .slowCallDurationThreshold(settings.slow(route))
                .slowCallRateThreshold(rules.slowPercent())
                .waitDurationInOpenState(rules.restFor())
                .permittedNumberOfCallsInHalfOpenState(rules.trials())
                // the client's faults and our own limit say nothing about the service
                .ignoreException(error -> error instanceof ProblemException || error instanceof BulkheadFullException)
                .build();
        return factory -> factory.configureDefault(route -> new Resilience4JConfigBuilder(route)
                .circuitBreakerConfig(config.apply(route))
                .build());
    }

    @Bean
    Customizer<ReactiveResilience4jBulkheadProvider> oneBulkheadPerRoute(RouteSettings settings) {
        var config = BulkheadConfig.custom()
                .maxConcurrentCalls(settings.breaker().atOnce())
                .maxWaitDuration(Duration.ZERO)
                .build();
        return bulkheads -> bulkheads.configureDefault(route -> new Resilience4jBulkheadConfigurationBuilder()
                .bulkheadConfig(config)
                .build());
    }
}
