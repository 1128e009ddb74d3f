package cn.dangjian.push.stream;

import cn.dangjian.push.ended.Access;
import cn.dangjian.push.feed.Item;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.channel.AbortedException;

/** One client's stream: what comes waits here, up to a limit, until the client has taken what came before. */
class OpenStream {

    private final Access access;
    private final long unit;
    private final Sinks.Many<Item> items;
    private final Sinks.One<End> end = Sinks.one();
    private final AtomicBoolean closed = new AtomicBoolean();

    OpenStream(Access access, long unit, int buffer) {
        this.access = access;
        this.unit = unit;
        this.items = Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(buffer));
    }

    /** Why a stream ends; the client is told. */
    enum End {
        TOKEN_EXPIRED,
        /** The session is over, or what the account may do has changed: refresh the token or sign in, and come back. */
        ACCESS_ENDED,
        STOPPING,
        UNAVAILABLE
    }

    Access access() {
        return access;
    }

    String account() {
        return access.account();
    }

    long unit() {
        return unit;
    }

    /** Called by the thread of the feed only. */
    void offer(Item item) {
        if (items.tryEmitNext(item) == Sinks.EmitResult.FAIL_OVERFLOW) {
            end.tryEmitError(new AbortedException("The client is too slow"));
        }
    }

    void end(End why) {
        end.tryEmitValue(why);
    }

    /** True the first time only. */
    boolean close() {
        return closed.compareAndSet(false, true);
    }

    Flux<Item> live() {
        return items.asFlux();
    }

    Mono<End> ended() {
        return end.asMono();
    }
}
