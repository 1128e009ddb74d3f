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
 * @param data what survives a restart: the servers' folders, secrets, logs
 * @param ports per service
 * @param without services that are left out
 * @param demo whether the demo province is loaded and its accounts are activated
 * @param prepare whether services that were built anew are prepared for fast starts first, which takes longer than one
 *     start and pays off from the second on
 * @param out where progress is told
 */
public record HouseOptions(
        Path root,
        Path data,
        Map<String, Integer> ports,
        Set<String> without,
        boolean demo,
        boolean prepare,
        PrintStream out) {

    public HouseOptions {
        ports = Map.copyOf(ports);
        without = Set.copyOf(without);
    }

    /** The ports everyone knows and the folder {@code data}, as {@code deploy/up} starts it. */
    public static HouseOptions local(Path root, Set<String> without, boolean demo) {
        var ports = new HashMap<String, Integer>();
        for (var service : ServiceEntry.all()) ports.put(service.name(), service.port());
        return new HouseOptions(root, root.resolve("data"), ports, without, demo, true, System.out);
    }

    /** Free ports and a folder of the test's own. */
    public static HouseOptions forTests(Path root, Path data) {
        var services = ServiceEntry.all();
        var free = Ports.free(services.size());
        var ports = new HashMap<String, Integer>();
        for (int i = 0; i < services.size(); i++) ports.put(services.get(i).name(), free.get(i));
        return new HouseOptions(root, data, ports, Set.of(), true, false, System.out);
    }

    int port(String service) {
        var port = ports.get(service);
        if (port == null) throw new HouseException("No service is called " + service);
        return port;
    }

    String url(String service) {
        return "http://127.0.0.1:" + port(service);
    }
}
