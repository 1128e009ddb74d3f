package cn.dangjian.push.stream;

import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.TOO_MANY_REQUESTS;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import cn.dangjian.push.ended.Access;
import cn.dangjian.push.ended.EndedAccess;
import cn.dangjian.push.ended.EndedObserver;
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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** All streams that this replica holds. */
@Component
class Streams implements FeedObserver, EndedObserver, SmartLifecycle {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofSeconds(30);

    private final StreamSettings settings;
    private final EndedAccess ended;
    private final Map<Long, Set<OpenStream>> byUnit = new ConcurrentHashMap<>();
    private final Map<String, Set<OpenStream>> byAccount = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean running;

    Streams(StreamSettings settings, EndedAccess ended, MeterRegistry meters) {
        this.settings = settings;
        this.ended = ended;
        Gauge.builder("dangjian.push.connections", open, AtomicInteger::get)
                .description("streams that are open")
                .register(meters);
    }

    /**
     * Opens a stream that gets everything told from now on.
     *
     * @throws ProblemException 401 {@code token.superseded}, 429 {@code stream.too-many} or 503 {@code stream.full}
     */
    OpenStream open(Access access, long unit) {
        // before everything is known that has ended, nobody can be believed
        if (!running || !ended.isComplete())
            throw new ProblemException(SERVICE_UNAVAILABLE, "service.unavailable", SOON, null);
        if (open.incrementAndGet() > settings.total()) {
            open.decrementAndGet();
            throw new ProblemException(SERVICE_UNAVAILABLE, "stream.full", LATER, null);
        }
        var stream = new OpenStream(access, unit, settings.buffer());
        if (!join(stream)) {
            open.decrementAndGet();
            throw new ProblemException(TOO_MANY_REQUESTS, "stream.too-many", LATER, null);
        }
        byUnit.compute(unit, (key, streams) -> {
            var all = streams == null ? ConcurrentHashMap.<OpenStream>newKeySet() : streams;
            all.add(stream);
            return all;
        });
        // looked at after it can be found: what ends meanwhile is seen here or ends the stream
        if (ended.isOver(access)) {
            close(stream);
            throw new ProblemException(UNAUTHORIZED, "token.superseded");
        }
        // stopping may have overtaken the check above
        if (!running) stream.end(OpenStream.End.STOPPING);
        return stream;
    }

    /** False if the account holds as many streams as it may. */
    private boolean join(OpenStream stream) {
        var joined = new AtomicBoolean();
        byAccount.compute(stream.account(), (key, streams) -> {
            var all = streams == null ? ConcurrentHashMap.<OpenStream>newKeySet() : streams;
            if (all.size() < settings.perAccount()) joined.set(all.add(stream));
            return all;
        });
        return joined.get();
    }

    /** Forgets a stream; a second call changes nothing. */
    void close(OpenStream stream) {
        if (!stream.close()) return;
        byUnit.computeIfPresent(stream.unit(), (key, streams) -> without(stream, streams));
        byAccount.computeIfPresent(stream.account(), (key, streams) -> without(stream, streams));
        open.decrementAndGet();
    }

    private static @Nullable Set<OpenStream> without(OpenStream stream, Set<OpenStream> streams) {
        streams.remove(stream);
        return streams.isEmpty() ? null : streams;
    }

    @Override
    public void ended(String account) {
        for (var stream : byAccount.getOrDefault(account, Set.of())) {
            if (ended.isOver(stream.access())) stream.end(OpenStream.End.ACCESS_ENDED);
        }
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
