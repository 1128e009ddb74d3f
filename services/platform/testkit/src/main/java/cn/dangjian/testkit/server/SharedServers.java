package cn.dangjian.testkit.server;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The servers of this JVM's tests. */
final class SharedServers {

    private static @Nullable Servers servers;

    private SharedServers() {}

    static synchronized Servers get() {
        if (servers == null) servers = start();
        return servers;
    }

    private static Servers start() {
        var servers = System.getProperty("testkit.servers", "embedded").equals("containers")
                ? new ContainerServers()
                : Servers.embedded(ServerSettings.forTests(folder()));
        servers.start();
        Runtime.getRuntime().addShutdownHook(new Thread(servers::stop, "stop-servers"));
        return servers;
    }

    /** Inside the module's target folder, one per JVM: what a killed run left behind is never met again. */
    private static Path folder() {
        return Path.of(
                        "target",
                        "servers",
                        Long.toString(ProcessHandle.current().pid()))
                .toAbsolutePath();
    }
}
