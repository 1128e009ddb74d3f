package cn.dangjian.identity.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FairThreadsTest {

    private final FairThreads threads = new FairThreads(1);
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stop() {
        threads.stop();
    }

    @Test
    void takesOneOfEachAddressByTurns() throws Exception {
        var gate = new CountDownLatch(1);
        var work = new ArrayList<Future<?>>();
        work.add(threads.submit("a", () -> {
            gate.await();
            return done.add("gate");
        }));
        for (int i = 1; i <= 4; i++) work.add(threads.submit("a", named("a" + i)));
        for (int i = 1; i <= 2; i++) work.add(threads.submit("b", named("b" + i)));
        work.add(threads.submit("c", named("c1")));

        gate.countDown();

        for (var each : work) each.get();
        assertThat(done).startsWith("gate").containsSubsequence("b1", "c1", "b2");
        assertThat(done.indexOf("b1")).isLessThanOrEqualTo(2);
        assertThat(done.indexOf("c1")).isLessThanOrEqualTo(3);
        assertThat(done).containsSubsequence("a1", "a2", "a3", "a4").endsWith("a3", "a4");
    }

    @Test
    void goesOnAfterWorkThatFailed() throws Exception {
        var broken = threads.submit("a", () -> {
            throw new IllegalStateException("on purpose");
        });

        assertThat(threads.submit("a", named("next")).get()).isTrue();
        assertThat(broken.exceptionNow()).hasMessage("on purpose");
    }

    private Callable<Boolean> named(String name) {
        return () -> done.add(name);
    }
}
