package cn.dangjian.gateway.rate;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;

/** 拖延应答 (tarpit): answers that are given late, of which so many may be open that they do not fill the house. */
final class Held {

    private final Duration hold;
    private final int most;
    private final AtomicInteger open = new AtomicInteger();

    Held(Duration hold, int most) {
        this.hold = hold;
        this.most = most;
    }

    /** The answer after the pause; at once where too many wait. */
    <T> Mono<T> then(Mono<T> answer) {
        return Mono.defer(() -> {
            if (open.incrementAndGet() > most) {
                open.decrementAndGet();
                return answer;
            }
            return Mono.delay(hold).doFinally(end -> open.decrementAndGet()).then(answer);
        });
    }
}
