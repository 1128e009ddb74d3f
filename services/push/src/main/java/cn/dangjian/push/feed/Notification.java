package cn.dangjian.push.feed;

import cn.dangjian.push.token.ServiceToken;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.micrometer.observation.ObservationRegistry;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The notification service, asked with a timeout and behind a breaker; every failure is the asker's to answer. */
@Component
public class Notification {

    private static final int LARGEST_ANSWER = 8 * 1024 * 1024;
    private static final JsonMapper LENIENT = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final WebClient client;
    private final CircuitBreaker breaker;

    Notification(NotificationSettings settings, ServiceToken token, ObservationRegistry observations) {
        var connections = ConnectionProvider.builder("notification")
                .maxConnections(settings.connections())
                .pendingAcquireMaxCount(settings.waiting())
                .pendingAcquireTimeout(settings.timeout())
                .maxIdleTime(Duration.ofSeconds(20))
                .build();
        this.client = WebClient.builder()
                .baseUrl(settings.address())
                .observationRegistry(observations)
                .filter(token)
                .codecs(codecs -> {
                    codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER);
                    codecs.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(LENIENT));
                })
                .clientConnector(new ReactorClientHttpConnector(HttpClient.create(connections)
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                                settings.connectTimeout().toMillis())
                        .responseTimeout(settings.timeout())))
                .build();
        this.breaker = CircuitBreaker.of(
                "notification",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(settings.breakerCalls())
                        .minimumNumberOfCalls(settings.breakerCalls() / 2)
                        .failureRateThreshold(settings.breakerFailures())
                        .waitDurationInOpenState(settings.breakerRest())
                        .permittedNumberOfCallsInHalfOpenState(2)
                        // no free connection: too many clients at once say nothing about notification
                        .ignoreException(error -> error.getCause() instanceof TimeoutException
                                || error.getCause() instanceof RejectedExecutionException)
                        .build());
    }

    /** What came into an inbox after a position. */
    public record Missed(long head, List<Item> items) {}

    record Page(long to, long head, List<Item> items) {}

    record Head(long head) {}

    /** The oldest items of a unit after a position. */
    public Mono<Missed> inbox(long unit, long after, int limit) {
        return client.get()
                .uri("/internal/inbox?unit={unit}&after={after}&limit={limit}", unit, after, limit)
                .retrieve()
                .bodyToMono(Missed.class)
                .transformDeferred(CircuitBreakerOperator.of(breaker));
    }

    Mono<Page> feed(long after, int limit) {
        return client.get()
                .uri("/internal/feed?after={after}&limit={limit}", after, limit)
                .retrieve()
                .bodyToMono(Page.class)
                .transformDeferred(CircuitBreakerOperator.of(breaker));
    }

    Mono<Long> head() {
        return client.get()
                .uri("/internal/feed/head")
                .retrieve()
                .bodyToMono(Head.class)
                .map(Head::head)
                .transformDeferred(CircuitBreakerOperator.of(breaker));
    }

    static JsonMapper json() {
        return LENIENT;
    }
}
