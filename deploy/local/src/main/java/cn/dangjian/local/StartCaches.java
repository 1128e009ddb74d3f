package cn.dangjian.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Makes the start caches that are missing while the house runs: one after the other, and only while the machine has
 * nothing better to do. The next start is a fast one.
 */
final class StartCaches implements AutoCloseable {

    private static final Duration LOOK = Duration.ofSeconds(3);
    private static final double IDLE_CORES = 0.8;
    private static final int MEGABYTES = 700;

    private final List<LocalService> services;
    private final Progress progress;
    private final CountDownLatch closed = new CountDownLatch(1);

    StartCaches(List<LocalService> services, Progress progress) {
        this.services = services;
        this.progress = progress;
    }

    void makeInBackground() {
        if (services.stream().allMatch(LocalService::isTrained)) return;
        Thread.ofPlatform().daemon().name("start-caches").start(this::makeAll);
    }

    private void makeAll() {
        int made = 0;
        for (var service : services) {
            if (service.isTrained()) continue;
            if (!awaitIdleMachine()) return;
            if (make(service)) made++;
        }
        if (made > 0) progress.say("the next start is a fast one: start caches are made for " + made + " services");
    }

    private boolean make(LocalService service) {
        try {
            service.train();
            return true;
        } catch (HouseException e) {
            if (!isClosed()) progress.say(service.name() + " will start without its cache: " + e.getMessage());
            return false;
        }
    }

    /** False if the house is stopped before. */
    private boolean awaitIdleMachine() {
        try {
            while (true) {
                var before = Ticks.now();
                if (closed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) return false;
                double idleCores = Ticks.now().idleShareSince(before)
                        * Runtime.getRuntime().availableProcessors();
                if (idleCores >= IDLE_CORES && Memory.availableMegabytes() >= MEGABYTES) return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    @Override
    public void close() {
        closed.countDown();
        services.forEach(LocalService::abortPreparation);
    }

    /** What all cores together have done since the machine was started, in the system's ticks. */
    private record Ticks(long idle, long all) {

        /** The first line of the file: user, nice, system, idle, waiting for a disk, and others. */
        static Ticks now() {
            try (var lines = Files.lines(Path.of("/proc/stat"))) {
                var ticks = Arrays.stream(lines.findFirst().orElseThrow().split(" +", -1))
                        .skip(1)
                        .mapToLong(Long::parseLong)
                        .toArray();
                return new Ticks(ticks[3] + ticks[4], Arrays.stream(ticks).sum());
            } catch (IOException unknown) {
                return new Ticks(0, 0);
            }
        }

        double idleShareSince(Ticks before) {
            return all == before.all ? 0 : (double) (idle - before.idle) / (all - before.all);
        }
    }
}
