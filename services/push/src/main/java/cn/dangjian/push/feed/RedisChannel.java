package cn.dangjian.push.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.ReactiveRedisConnection;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;
import tools.jackson.core.JacksonException;

/** The channel on which notification speaks, for as long as Redis is there; its loss is noticed within a second. */
@Component
class RedisChannel {

    private static final Logger log = LoggerFactory.getLogger(RedisChannel.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** Longer than a subscription takes to be renewed after Redis has come back. */
    private static final Duration SETTLE = Duration.ofSeconds(5);

    private final ReactiveStringRedisTemplate redis;
    private final String channel;
    private final Clock clock;
    private volatile @Nullable Instant answersSince;
    private boolean told;

    RedisChannel(ReactiveStringRedisTemplate redis, FeedSettings settings, Clock clock) {
        this.redis = redis;
        this.channel = settings.channel();
        this.clock = clock;
    }

    /** Whether Redis answers, and has done so for long enough that nothing said there is missed. */
    boolean isSteady() {
        var since = answersSince;
        return since != null && since.plus(SETTLE).isBefore(clock.instant());
    }

    /** What is said, over all interruptions; never ends. */
    Flux<FeedPart> parts() {
        var said = Flux.defer(() -> redis.listenToChannel(channel))
                // connecting blocks: not on a thread that serves streams
                .subscribeOn(Schedulers.boundedElastic())
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE))
                .concatMap(message -> read(message.getMessage()));
        return said.mergeWith(watch());
    }

    private Mono<FeedPart> read(String text) {
        try {
            return Mono.just(Notification.json().readValue(text, FeedPart.class));
        } catch (JacksonException e) {
            log.error("Not a part of the feed: {}", e.getMessage());
            return Mono.empty();
        }
    }

    private Mono<FeedPart> watch() {
        return Mono.defer(() -> redis.execute(ReactiveRedisConnection::ping).next())
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(PATIENCE)
                .doOnNext(pong -> answered())
                .doOnError(this::failed)
                .onErrorComplete()
                .then(Mono.delay(PAUSE))
                .repeat()
                .then(Mono.empty());
    }

    private void answered() {
        if (answersSince == null) answersSince = clock.instant();
        if (told) log.info("Redis answers again");
        told = false;
    }

    private void failed(Throwable error) {
        answersSince = null;
        if (!told) log.warn("Redis is away, notification is asked every moment: {}", error.toString());
        told = true;
    }
}
