package cn.dangjian.notification.feed;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells push through Redis what was delivered, on a thread of its own so that no transaction waits for Redis. Nothing
 * depends on it: push sees a gap in the positions and asks for what is missing.
 */
@Component
class FeedPublisher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FeedPublisher.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final StringRedisTemplate redis;
    private final JsonMapper json;
    private final String channel;
    private final BlockingQueue<FeedPart> waiting;
    private volatile @Nullable Thread thread;
    private boolean away;

    FeedPublisher(StringRedisTemplate redis, JsonMapper json, FeedSettings settings) {
        this.redis = redis;
        this.json = json;
        this.channel = settings.channel();
        this.waiting = new ArrayBlockingQueue<>(settings.queue());
    }

    /** Never waits; drops the part if too many wait already. */
    void offer(FeedPart part) {
        if (!waiting.offer(part)) log.debug("Push will have to ask for {} to {}", part.from(), part.to());
    }

    private void publishAll() {
        try {
            while (!Thread.currentThread().isInterrupted()) publish(waiting.take());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void publish(FeedPart part) {
        try {
            redis.convertAndSend(channel, json.writeValueAsString(part));
            if (away) log.info("Redis answers again");
            away = false;
        } catch (RuntimeException e) {
            if (!away) log.warn("Redis is away, push asks for what it misses: {}", e.toString());
            away = true;
        }
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("feed-publisher").start(this::publishAll);
    }

    @Override
    public void stop() {
        var publishing = thread;
        thread = null;
        if (publishing == null) return;
        publishing.interrupt();
        try {
            publishing.join(LAST_WORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Starts before those who deliver and stops after them. */
    @Override
    public int getPhase() {
        return 0;
    }
}
