package cn.dangjian.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What this process and all below it occupy.
 *
 * @param resident bytes, shared pages counted in every process that maps them
 * @param proportional bytes, shared pages divided among those who share them; 0 if the system does not tell
 */
public record Memory(long resident, long proportional) {

    public static Memory ofTheHouse() {
        var self = ProcessHandle.current();
        var processes = Stream.concat(Stream.of(self), self.descendants())
                .map(ProcessHandle::pid)
                .toList();
        return new Memory(
                processes.stream()
                                .mapToLong(pid -> kilobytes("/proc/" + pid + "/status", "VmRSS:"))
                                .sum()
                        * 1024,
                processes.stream()
                                .mapToLong(pid -> kilobytes("/proc/" + pid + "/smaps_rollup", "Pss:"))
                                .sum()
                        * 1024);
    }

    /** Megabytes that the system could give to new processes. */
    static long availableMegabytes() {
        return kilobytes("/proc/meminfo", "MemAvailable:") / 1024;
    }

    private static long kilobytes(String file, String key) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(key.length()).replace("kB", "").strip())
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }
}
