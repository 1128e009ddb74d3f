package cn.dangjian.gateway.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

class HeldTest {

    private final List<String> told = new CopyOnWriteArrayList<>();

    private Disposable ask(Held held, String who) {
        return held.then(Mono.fromRunnable(() -> told.add(who))).subscribe();
    }

    @Test
    void holdsSoManyAndAnswersOneMoreAtOnce() {
        var held = new Held(Duration.ofMillis(300), 2);

        ask(held, "first");
        ask(held, "second");
        ask(held, "third");

        assertThat(told).containsExactly("third");
        await().untilAsserted(() -> assertThat(told).containsExactlyInAnyOrder("third", "first", "second"));
    }

    @Test
    void givesThePlaceOfWhoeverGoesToTheNextOne() {
        var held = new Held(Duration.ofMinutes(1), 1);

        ask(held, "gone").dispose();
        ask(held, "next");

        assertThat(told).isEmpty();
    }
}
