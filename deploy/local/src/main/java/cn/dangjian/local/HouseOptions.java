package cn.dangjian.local;

import cn.dangjian.testkit.server.Ports;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How the house is started.
 *
 * @param root the repository
 * @param build where in each module the build puts its jar
 * @param data what survives a restart: the servers' folders, secrets, logs
 * @param ports per service
 * @param without services that are left out
 * @param demo whether the demo province is loaded and its accounts are activated
 * @param startCaches when services that were built anew get their start caches, which takes longer than one start and
 *     pays off from the second on
 * @param compilers which of the JVM's compilers the services have
 * @param out where progress is told
 */
public record HouseOptions(
        Path root,
        String build,
        Path data,
        Map<String, Integer> ports,
        Set<String> without,
        boolean demo,
        When startCaches,
        Compilers compilers,
        PrintStream out) {

    /** When something is done that a start can do without. */
    public enum When {
        NEVER,
        BEFORE,
        /** In the background, while the machine is idle. */
        AFTERWARDS
    }

    /** Which of the JVM's compilers services have. */
    public enum Compilers {
        /** C1 alone: less memory and a shorter start, as on a small machine and in tests. */
        FIRST,
        /** C1 and C2: what is used most becomes faster after a while, as where a province runs the house. */
        BOTH
    }

    public HouseOptions {
        ports = Map.copyOf(ports);
        without = Set.copyOf(without);
    }

    /** The ports everyone knows and the folder {@code data}, as {@code deploy/up} starts it. */
    public static HouseOptions local(Path root, String build, Set<String> without, boolean demo, Compilers compilers) {
        var ports = new HashMap<String, Integer>();
        for (var service : ServiceEntry.all()) ports.put(service.name(), service.port());
        return new HouseOptions(
                root, build, root.resolve("data"), ports, without, demo, When.AFTERWARDS, compilers, System.out);
    }

    /** Free ports and a folder of the test's own. */
    public static HouseOptions forTests(Path root, Path data) {
        var services = ServiceEntry.all();
        var free = Ports.free(services.size());
        var ports = new HashMap<String, Integer>();
        for (int i = 0; i < services.size(); i++) ports.put(services.get(i).name(), free.get(i));
        return new HouseOptions(root, "target", data, ports, Set.of(), true, When.NEVER, Compilers.FIRST, System.out);
    }

    /** Whether it runs, be it started here or elsewhere; an empty one that nobody asked for does not. */
    boolean has(ServiceEntry service) {
        return without.contains(service.name()) || !service.isEmpty(root);
    }

    /** Whether the house starts it. */
    boolean starts(ServiceEntry service) {
        return has(service) && !without.contains(service.name());
    }

    int port(String service) {
        var port = ports.get(service);
        if (port == null) throw new HouseException("No service is called " + service);
        return port;
    }

    String url(String service) {
        return "http://127.0.0.1:" + port(service);
    }

    public HouseOptions with(Compilers others) {
        return new HouseOptions(root, build, data, ports, without, demo, startCaches, others, out);
    }
}
