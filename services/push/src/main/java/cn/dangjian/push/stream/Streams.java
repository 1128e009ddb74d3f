package cn.dangjian.push.stream;

import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.TOO_MANY_REQUESTS;

import cn.dangjian.push.feed.FeedObserver;
import cn.dangjian.push.feed.Item;
import cn.dangjian.push.problem.ProblemException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** All streams that this replica holds. */
@Component
class Streams implements FeedObserver, SmartLifecycle {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofSeconds(30);

    private final StreamSettings settings;
    private final Map<Long, Set<OpenStream>> byUnit = new ConcurrentHashMap<>();
    private final Map<String, Integer> byAccount = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean running;

    Streams(StreamSettings settings, MeterRegistry meters) {
        this.settings = settings;
        Gauge.builder("dangjian.push.connections", open, AtomicInteger::get)
                .description("streams that are open")
                .register(meters);
    }

    /**
     * Opens a stream that gets everything told from now on.
     *
     * @throws ProblemException 429 {@code stream.too-many} or 503 {@code stream.full}
     */
    OpenStream open(String account, long unit) {
        if (!running) throw new ProblemException(SERVICE_UNAVAILABLE, "service.unavailable", SOON, null);
        if (open.incrementAndGet() > settings.total()) {
            open.decrementAndGet();
            throw new ProblemException(SERVICE_UNAVAILABLE, "stream.full", LATER, null);
        }
        if (byAccount.merge(account, 1, Integer::sum) > settings.perAccount()) {
            release(account);
            throw new ProblemException(TOO_MANY_REQUESTS, "stream.too-many", LATER, null);
        }
        var stream = new OpenStream(account, unit, settings.buffer());
        byUnit.compute(unit, (key, streams) -> {
            var all = streams == null ? ConcurrentHashMap.<OpenStream>newKeySet() : streams;
            all.add(stream);
            return all;
        });
        // stopping may have overtaken the check above
        if (!running) stream.end(OpenStream.End.STOPPING);
        return stream;
    }

    /** Forgets a stream; a second call changes nothing. */
    void close(OpenStream stream) {
        if (!stream.close()) return;
        byUnit.computeIfPresent(stream.unit(), (key, streams) -> {
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
        });
        release(stream.account());
    }

    private void release(String account) {
        byAccount.computeIfPresent(account, (key, count) -> count == 1 ? null : count - 1);
        open.decrementAndGet();
    }

    @Override
    public void delivered(List<Item> items) {
        for (var item : items) byUnit.getOrDefault(item.unit(), Set.of()).forEach(stream -> stream.offer(item));
    }

    @Override
    public void start() {
        running = true;
    }

    /** First of all, so that the server has no request left to wait for. */
    @Override
    public void stop() {
        running = false;
        byUnit.values().forEach(streams -> streams.forEach(stream -> stream.end(OpenStream.End.STOPPING)));
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
