package cn.dangjian.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells what happens while the house starts, with the seconds since the command. */
final class Progress {

    private final PrintStream out;
    private final long start;

    /** @param start in nanoseconds, of {@link System#nanoTime()} */
    Progress(PrintStream out, long start) {
        this.out = out;
        this.start = start;
    }

    synchronized void say(String line) {
        out.printf(Locale.ROOT, "[%5.1f s] %s%n", seconds(), line);
    }

    synchronized void plain(String line) {
        out.println(line);
    }

    double seconds() {
        return Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    }

    static String seconds(long since) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - since) / 1e9);
    }
}
