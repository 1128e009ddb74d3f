package cn.dangjian.local;

import cn.dangjian.testkit.server.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** What the machine must have before anything is started; each refusal is one line that says what to do. */
final class Requirements {

    private static final int SERVERS_MEGABYTES = 700;
    private static final int SERVICE_MEGABYTES = 260;
    private static final long DISK_MEGABYTES = 3_000;

    private Requirements() {}

    /** @param ports what will listen there, by port */
    static void check(Path data, int services, Map<Integer, String> ports) {
        memory(services);
        disk(data);
        ports(ports);
    }

    private static void memory(int services) {
        long needed = SERVERS_MEGABYTES + (long) services * SERVICE_MEGABYTES;
        long available = Memory.availableMegabytes();
        if (available == 0 || available >= needed) return;
        throw new HouseException("Too little memory (内存不足): " + available + " MB are free, " + needed
                + " MB are needed. Close other programs, or leave services out, such as --without statistics,push");
    }

    private static void disk(Path data) {
        try {
            Files.createDirectories(data);
            long free = Files.getFileStore(data).getUsableSpace() / (1024 * 1024);
            if (free >= DISK_MEGABYTES) return;
            throw new HouseException("Too little disk (磁盘空间不足): " + free + " MB are free at " + data + ", "
                    + DISK_MEGABYTES + " MB are needed. Delete something there.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void ports(Map<Integer, String> ports) {
        var taken = ports.entrySet().stream()
                .filter(port -> !Ports.isFree(port.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(port -> port.getKey() + " (" + port.getValue() + ")")
                .collect(Collectors.joining(", "));
        if (taken.isEmpty()) return;
        throw new HouseException("Port taken (端口被占用): " + taken
                + ". Stop what listens there (ss -ltnp shows it); a service that runs in your IDE is left out"
                + " with --without NAME.");
    }
}
