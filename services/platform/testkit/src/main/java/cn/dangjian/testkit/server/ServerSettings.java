package cn.dangjian.testkit.server;

import java.nio.file.Path;

/**
 * Where embedded servers keep their data, on which ports of 127.0.0.1 they listen, and how large they may grow.
 *
 * @param data one folder each for mariadb, kafka and redis is made below; it survives a restart
 * @param logs the servers' log files
 * @param bufferPoolMegabytes InnoDB's buffer pool
 * @param brokerHeapMegabytes the broker's {@code -Xmx}
 * @param durable whether the database's rows survive the end of the machine; those that are kept only for as long as the
 *     machine runs survive the end of the server, and are written in a fraction of the time
 */
public record ServerSettings(
        Path data,
        Path logs,
        int databasePort,
        int brokerPort,
        int controllerPort,
        int redisPort,
        String rootPassword,
        String redisPassword,
        int bufferPoolMegabytes,
        int brokerHeapMegabytes,
        boolean durable) {

    /** Durable ones. */
    public ServerSettings(
            Path data,
            Path logs,
            int databasePort,
            int brokerPort,
            int controllerPort,
            int redisPort,
            String rootPassword,
            String redisPassword,
            int bufferPoolMegabytes,
            int brokerHeapMegabytes) {
        this(
                data,
                logs,
                databasePort,
                brokerPort,
                controllerPort,
                redisPort,
                rootPassword,
                redisPassword,
                bufferPoolMegabytes,
                brokerHeapMegabytes,
                true);
    }

    /** Free ports, small sizes, and rows that need not last unless a measurement asks for it with {@code testkit.durable}. */
    public static ServerSettings forTests(Path data) {
        var ports = Ports.free(4);
        return new ServerSettings(
                data,
                data,
                ports.get(0),
                ports.get(1),
                ports.get(2),
                ports.get(3),
                "root-secret",
                "redis-secret",
                96,
                256,
                Boolean.getBoolean("testkit.durable"));
    }
}
