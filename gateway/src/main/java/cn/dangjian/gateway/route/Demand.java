package cn.dangjian.gateway.route;

import java.time.Duration;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;

/**
 * What a client has asked for and not got yet. Silence counts only while there is any: whoever reads slowly, or stops a
 * download for a while, asks for nothing, and what does not come then is nobody's fault.
 */
final class Demand {

    private final Duration pause;
    private long open;
    private long since = System.nanoTime();

    Demand(Duration pause) {
        this.pause = pause;
    }

    /** @return the same, which fails with what is given once nothing has come for a pause that was asked for */
    <T> Flux<T> watch(Publisher<T> body, Mono<T> instead) {
        var silence = Mono.delay(pause).then().repeat(() -> !isOver());
        return Flux.from(body)
                .doOnNext(piece -> got())
                .doOnRequest(this::ask)
                .timeout(silence, piece -> silence, instead);
    }

    private synchronized void ask(long pieces) {
        if (open == 0) since = System.nanoTime();
        open = Operators.addCap(open, pieces);
    }

    private synchronized void got() {
        since = System.nanoTime();
        if (open != Long.MAX_VALUE && open > 0) open--;
    }

    private synchronized boolean isOver() {
        return open > 0 && System.nanoTime() - since >= pause.toNanos();
    }
}
