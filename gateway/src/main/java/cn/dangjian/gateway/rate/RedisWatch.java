package cn.dangjian.gateway.rate;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.connection.ReactiveRedisConnection;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Whether Redis answers. After one failure nobody asks it any more but a probe off the event loop, so that an outage
 * costs a request nothing and the log two lines.
 */
@Component
class RedisWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RedisWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ReactiveStringRedisTemplate redis;
    private final AtomicBoolean answers = new AtomicBoolean();
    private final AtomicBoolean told = new AtomicBoolean();
    private final Disposable.Swap probe = Disposables.swap();
    private volatile boolean running;

    RedisWatch(ReactiveStringRedisTemplate redis) {
        this.redis = redis;
    }

    boolean answers() {
        return answers.get();
    }

    void failed(String reason) {
        if (answers.compareAndSet(true, false)) {
            tell(reason);
            probe(PAUSE);
        }
    }

    @Override
    public void start() {
        running = true;
        probe(Duration.ZERO);
    }

    @Override
    public void stop() {
        running = false;
        probe.dispose();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void probe(Duration delay) {
        if (!running) return;
        // connecting blocks, up to spring.data.redis.connect-timeout: not on a thread that serves requests
        probe.update(Mono.delay(delay, Schedulers.boundedElastic())
                .then(Mono.defer(() ->
                                redis.execute(ReactiveRedisConnection::ping).next())
                        .subscribeOn(Schedulers.boundedElastic()))
                .subscribe(pong -> answered(), error -> {
                    tell(String.valueOf(error.getMessage()));
                    probe(PAUSE);
                }));
    }

    private void answered() {
        answers.set(true);
        if (told.compareAndSet(true, false)) log.info("Redis answers again: rate limits hold");
    }

    private void tell(String reason) {
        if (told.compareAndSet(false, true))
            log.warn("Redis does not answer, requests pass without rate limits: {}", reason);
    }
}
