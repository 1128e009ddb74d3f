package cn.dangjian.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * CPU seconds that the processes started by this one have used so far; this one's own are not counted.
 *
 * @param all of the services and servers together
 * @param database of these, the database's
 */
record CpuTime(double all, double database) {

    /** Linux counts in these on every machine that it is built for today. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int USER = 11;
    private static final int SYSTEM = 12;

    static CpuTime now() {
        double all = 0;
        double database = 0;
        for (var process : ProcessHandle.current().descendants().toList()) {
            double seconds = seconds(Path.of("/proc", Long.toString(process.pid()), "stat"));
            all += seconds;
            if (process.info().command().orElse("").endsWith("mariadbd")) database += seconds;
        }
        return new CpuTime(all, database);
    }

    CpuTime since(CpuTime before) {
        return new CpuTime(all - before.all, database - before.database);
    }

    private static double seconds(Path stat) {
        try {
            var text = Files.readString(stat);
            // the second field is the command in brackets and may hold anything
            var fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
            return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) / TICKS_PER_SECOND;
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
