package cn.dangjian.testkit.server;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The servers of this JVM's tests. A test that needs only Redis does not wait for the others. */
final class SharedServers implements Servers {

    private static @Nullable Servers shared;

    private final Servers servers;
    private final Set<String> needed = ConcurrentHashMap.newKeySet();

    private SharedServers(Servers servers) {
        this.servers = servers;
    }

    static synchronized Servers get() {
        if (shared == null) {
            var servers = new SharedServers(
                    System.getProperty("testkit.servers", "embedded").equals("containers")
                            ? new ContainerServers()
                            : Servers.embedded(ServerSettings.forTests(folder())));
            Runtime.getRuntime().addShutdownHook(new Thread(servers::stop, "stop-servers"));
            shared = servers;
        }
        return shared;
    }

    /** Inside the module's target folder, one per JVM: what a killed run left behind is never met again. */
    private static Path folder() {
        return Path.of(
                        "target",
                        "servers",
                        Long.toString(ProcessHandle.current().pid()))
                .toAbsolutePath();
    }

    @Override
    public void start() {
        servers.start();
        for (var server : new Server[] {servers.database(), servers.broker(), servers.redis()})
            needed.add(server.name());
    }

    @Override
    public void stop() {
        servers.stop();
    }

    /** The first time only: a test may have stopped it since. */
    private synchronized Server needed(Server server) {
        if (needed.add(server.name())) server.start();
        return server;
    }

    @Override
    public Server database() {
        return needed(servers.database());
    }

    @Override
    public Server broker() {
        return needed(servers.broker());
    }

    @Override
    public Server redis() {
        return needed(servers.redis());
    }

    @Override
    public String jdbcUrlBase() {
        database();
        return servers.jdbcUrlBase();
    }

    @Override
    public String rootUser() {
        return servers.rootUser();
    }

    @Override
    public String rootPassword() {
        return servers.rootPassword();
    }

    @Override
    public String bootstrapServers() {
        broker();
        return servers.bootstrapServers();
    }

    @Override
    public String redisHost() {
        redis();
        return servers.redisHost();
    }

    @Override
    public int redisPort() {
        redis();
        return servers.redisPort();
    }

    @Override
    public String redisPassword() {
        return servers.redisPassword();
    }
}
