package cn.dangjian.platform.web.trial.thing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Knows how often a thing was asked for, and holds the first who asks until a test lets him go. */
@Component
class Gate {

    private final Map<String, AtomicInteger> visits = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();

    /** Counts from one. */
    int visit(String name) {
        return visits.computeIfAbsent(name, any -> new AtomicInteger()).incrementAndGet();
    }

    int visits(String name) {
        var visited = visits.get(name);
        return visited == null ? 0 : visited.get();
    }

    void hold(String name) throws InterruptedException {
        if (!latch(name).await(60, TimeUnit.SECONDS)) throw new IllegalStateException("Nobody opened for " + name);
    }

    void open(String name) {
        latch(name).countDown();
    }

    private CountDownLatch latch(String name) {
        return held.computeIfAbsent(name, any -> new CountDownLatch(1));
    }
}
