package cn.dangjian.push.stream;

import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import cn.dangjian.push.ended.Access;
import cn.dangjian.push.feed.Feed;
import cn.dangjian.push.feed.Item;
import cn.dangjian.push.feed.Notification;
import cn.dangjian.push.feed.Notification.Missed;
import cn.dangjian.push.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Follows the inbox of a unit: what came after the position that the client has seen, then what comes, without a gap and
 * without a repetition. The stream listens before it looks back, so that nothing falls between the two.
 */
@Service
class FollowInbox {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final Streams streams;
    private final Feed feed;
    private final Notification notification;
    private final StreamSettings settings;

    FollowInbox(Streams streams, Feed feed, Notification notification, StreamSettings settings) {
        this.streams = streams;
        this.feed = feed;
        this.notification = notification;
        this.settings = settings;
    }

    /**
     * @param after the last position that the client has seen; null to begin now
     * @param life how long the caller's token is valid
     * @return the stream, or 401 if the access is over, 503 if what was missed cannot be told, 429 or 503 if there are
     *     too many streams
     */
    Mono<Flux<ServerSentEvent<?>>> follow(Access access, long unit, @Nullable Long after, Duration life) {
        return Mono.defer(() -> {
            var stream = streams.open(access, unit);
            return start(stream, after)
                    .map(start -> untilItEnds(stream, start, life))
                    .doOnError(error -> streams.close(stream))
                    .doOnCancel(() -> streams.close(stream));
        });
    }

    /** Where a stream begins: after a position, with what was missed since. */
    private record Start(long after, boolean isNew, Flux<Item> missed) {}

    private Mono<Start> start(OpenStream stream, @Nullable Long after) {
        if (after == null) return Mono.fromSupplier(this::now);
        return notification
                .inbox(stream.unit(), after, settings.page())
                // a position that the feed does not have yet: it was restored, or the client made it up
                .map(first -> first.head() < after ? now() : new Start(after, false, missed(stream, first)))
                .onErrorMap(error -> !(error instanceof ProblemException), FollowInbox::unavailable);
    }

    private Start now() {
        long position = feed.last().orElseThrow(() -> unavailable(null));
        return new Start(position, true, Flux.empty());
    }

    private Flux<Item> missed(OpenStream stream, Missed first) {
        return Mono.just(first)
                .expand(page -> page.items().size() < settings.page()
                        ? Mono.empty()
                        : notification.inbox(
                                stream.unit(), page.items().getLast().position(), settings.page()))
                .concatMapIterable(Missed::items)
                .onErrorResume(error -> {
                    stream.end(OpenStream.End.UNAVAILABLE);
                    return Flux.never();
                });
    }

    private Flux<ServerSentEvent<?>> untilItEnds(OpenStream stream, Start start, Duration life) {
        var last = new AtomicLong(start.after());
        Flux<ServerSentEvent<?>> items = Flux.concat(start.missed(), stream.live())
                // one thread at a time emits here
                .filter(item -> item.position() > last.get())
                .doOnNext(item -> last.set(item.position()))
                .map(FollowInbox::event);
        Flux<ServerSentEvent<?>> heartbeats = Flux.interval(settings.heartbeat())
                .onBackpressureDrop()
                .map(beat -> ServerSentEvent.builder().comment("").build());
        var expiry = Mono.delay(life.isNegative() ? Duration.ZERO : life)
                .doOnNext(now -> stream.end(OpenStream.End.TOKEN_EXPIRED))
                .then(Mono.<OpenStream.End>never());
        return Flux.concat(Mono.just(greeting(start)), Flux.merge(items, heartbeats))
                .takeUntilOther(Mono.firstWithSignal(stream.ended(), expiry))
                .concatWith(stream.ended().map(FollowInbox::farewell))
                .doFinally(signal -> streams.close(stream));
    }

    /** Its id is a cursor, so that a client that has received nothing yet can come back without missing anything. */
    private ServerSentEvent<?> greeting(Start start) {
        long least = settings.retry().toMillis();
        var greeting = ServerSentEvent.builder()
                .retry(Duration.ofMillis(ThreadLocalRandom.current().nextLong(least, 2 * least + 1)));
        if (!start.isNew()) return greeting.comment("").build();
        return greeting.id(String.valueOf(start.after()))
                .event("ready")
                .data(new Ready(start.after()))
                .build();
    }

    private record Ready(long position) {}

    private static ServerSentEvent<?> event(Item item) {
        return ServerSentEvent.builder(item)
                .id(String.valueOf(item.position()))
                .event("inbox")
                .build();
    }

    private static ServerSentEvent<?> farewell(OpenStream.End why) {
        return ServerSentEvent.builder(new Farewell(why)).event("end").build();
    }

    private record Farewell(OpenStream.End reason) {}

    private static ProblemException unavailable(@Nullable Throwable cause) {
        return new ProblemException(SERVICE_UNAVAILABLE, "service.unavailable", SOON, cause);
    }
}
