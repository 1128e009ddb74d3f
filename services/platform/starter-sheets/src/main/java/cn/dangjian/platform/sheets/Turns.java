package cn.dangjian.platform.sheets;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Who may hold the texts of an Excel file in memory: in a process two at a time, whoever came first. */
final class Turns {

    private static final int AT_ONCE = 2;

    /** Whoever waits may hold a connection of the database. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Semaphore FREE = new Semaphore(AT_ONCE, true);

    private Turns() {}

    /** @throws BusyException if none is free in time */
    static void take() {
        try {
            if (!FREE.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) throw new BusyException();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException();
        }
    }

    static void giveBack() {
        FREE.release();
    }
}
