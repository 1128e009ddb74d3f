package cn.dangjian.testkit.server;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** MariaDB, Kafka and Redis as child processes on 127.0.0.1. */
final class EmbeddedServers implements Servers {

    private final ServerSettings settings;
    private final MariaDbServer database;
    private final KafkaServer broker;
    private final RedisServer redis;

    EmbeddedServers(ServerSettings settings) {
        if (!System.getProperty("os.name").equals("Linux")) {
            throw new IllegalStateException(
                    "The embedded servers are Linux programs; on this system use -Dtestkit.servers=containers");
        }
        this.settings = settings;
        this.database = new MariaDbServer(settings);
        this.broker = new KafkaServer(settings);
        this.redis = new RedisServer(settings);
    }

    @Override
    public void start() {
        try {
            inParallel(database::start, broker::start, redis::start);
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    @Override
    public void stop() {
        inParallel(database::stop, broker::stop, redis::stop);
    }

    static void inParallel(Runnable... tasks) {
        try (var threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("servers-", 0).factory())) {
            var running = Stream.of(tasks)
                    .map(task -> CompletableFuture.runAsync(task, threads))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(running).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw e;
        }
    }

    @Override
    public Server database() {
        return database;
    }

    @Override
    public Server broker() {
        return broker;
    }

    @Override
    public Server redis() {
        return redis;
    }

    @Override
    public String jdbcUrlBase() {
        return database.url();
    }

    @Override
    public String rootUser() {
        return MariaDbServer.ROOT;
    }

    @Override
    public String rootPassword() {
        return settings.rootPassword();
    }

    @Override
    public String bootstrapServers() {
        return broker.bootstrap();
    }

    @Override
    public String redisHost() {
        return "127.0.0.1";
    }

    @Override
    public int redisPort() {
        return settings.redisPort();
    }

    @Override
    public String redisPassword() {
        return settings.redisPassword();
    }
}
