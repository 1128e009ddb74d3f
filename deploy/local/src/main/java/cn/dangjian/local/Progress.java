package cn.dangjian.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Tells what happens while the house starts, with the seconds since the command. */
final class Progress {

    private static final Duration SILENCE = Duration.ofSeconds(5);

    private final PrintStream out;
    private final long start;
    private final Duration silence;
    private long said;

    /** @param start in nanoseconds, of {@link System#nanoTime()} */
    Progress(PrintStream out, long start) {
        this(out, start, SILENCE);
    }

    Progress(PrintStream out, long start, Duration silence) {
        this.out = out;
        this.start = start;
        this.silence = silence;
        this.said = System.nanoTime();
    }

    synchronized void say(String line) {
        out.printf(Locale.ROOT, "[%5.1f s] %s%n", seconds(), line);
        said = System.nanoTime();
    }

    synchronized void plain(String line) {
        out.println(line);
        said = System.nanoTime();
    }

    /** Until the answer is closed, nobody waits longer than some seconds without a line: then this is told again. */
    Wait whileWaiting(Supplier<String> what) {
        return new Wait(what);
    }

    double seconds() {
        return Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    }

    static String seconds(long since) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - since) / 1e9);
    }

    private synchronized long quiet() {
        return System.nanoTime() - said;
    }

    private synchronized void sayIfQuiet(String line) {
        if (quiet() >= silence.toNanos()) say(line);
    }

    /** Something that takes its time. */
    final class Wait implements AutoCloseable {

        private final CountDownLatch over = new CountDownLatch(1);

        private Wait(Supplier<String> what) {
            Thread.ofPlatform().daemon().name("progress").start(() -> tell(what));
        }

        private void tell(Supplier<String> what) {
            try {
                while (!over.await(Math.max(1, silence.toNanos() - quiet()), TimeUnit.NANOSECONDS)) {
                    if (quiet() >= silence.toNanos()) sayIfQuiet(what.get());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            over.countDown();
        }
    }
}
