package cn.dangjian.bench;

import cn.dangjian.local.House;
import cn.dangjian.local.HouseOptions;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.server.Ports;
import cn.dangjian.testkit.server.ServerSettings;
import cn.dangjian.testkit.server.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.utils.AppInfoParser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A house of the bench's own, empty at first, with the sizes of {@code deploy/up} and both compilers, as a province runs it. */
final class Site implements AutoCloseable {

    /** A million members with all that is kept of them lie in memory, as they do where a province runs it. */
    private static final int BUFFER_POOL_MEGABYTES = 3072;

    private static final int BROKER_HEAP_MEGABYTES = 320;

    private final House house;
    private final SingleConnectionDataSource connection;
    private final Api api;
    private final People people;
    private final Backlog backlog;

    private Site(House house) {
        var servers = house.servers();
        this.house = house;
        this.connection =
                new SingleConnectionDataSource(url(servers), servers.rootUser(), servers.rootPassword(), true);
        this.api = new Api(house.gatewayUrl());
        this.people = new People(api, house.operator());
        this.backlog = new Backlog(servers.bootstrapServers(), jdbc());
    }

    static Site open(BenchOptions options) {
        var data = options.work().resolve("data");
        delete(data);
        var house = HouseOptions.forTests(options.root(), data);
        return new Site(House.start(
                servers(data),
                new HouseOptions(
                        options.root(),
                        "target",
                        data,
                        house.ports(),
                        Set.of(),
                        false,
                        HouseOptions.When.BEFORE,
                        HouseOptions.Compilers.BOTH,
                        System.err)));
    }

    private static Servers servers(Path data) {
        var ports = Ports.free(4);
        return Servers.embedded(new ServerSettings(
                data,
                data.resolve("log"),
                ports.get(0),
                ports.get(1),
                ports.get(2),
                ports.get(3),
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                BUFFER_POOL_MEGABYTES,
                BROKER_HEAP_MEGABYTES));
    }

    /** As the database's root, on one connection. */
    JdbcClient jdbc() {
        return JdbcClient.create(connection);
    }

    /** One more connection of the same sort, for whoever works beside others. */
    Connection connect() throws SQLException {
        var servers = house.servers();
        return DriverManager.getConnection(url(servers), servers.rootUser(), servers.rootPassword());
    }

    private static String url(Servers servers) {
        return servers.jdbcUrlBase() + "/?allowPublicKeyRetrieval=true&allowLoadLocalInfile=true";
    }

    /** Of the broker, for whoever says events himself. */
    String bootstrapServers() {
        return house.servers().bootstrapServers();
    }

    /** Where the house is asked, for whoever brings his own client. */
    String gatewayUrl() {
        return house.gatewayUrl();
    }

    /** Where a service itself is asked. */
    String url(String service) {
        return house.service(service).url();
    }

    /** Through the gateway. */
    Api api() {
        return api;
    }

    /** At a service itself: the gateway lets one account and one address ask only so often. */
    Api direct(String service) {
        return new Api(url(service));
    }

    People people() {
        return people;
    }

    Backlog backlog() {
        return backlog;
    }

    void say(String text) {
        System.err.println(text);
    }

    /** What the figures depend on. */
    String conditions(BenchOptions options) {
        return "%d cores, MariaDB %s, Kafka %s, JDK %s, buffer pool %d MB, blocks %d, order A B B A ...%s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        jdbc().sql("select version()").query(String.class).single(),
                        AppInfoParser.getVersion(),
                        Runtime.version(),
                        BUFFER_POOL_MEGABYTES,
                        options.blocks(),
                        options.villages() > 0 ? ", a fictitious province" : "");
    }

    @Override
    public void close() {
        backlog.close();
        connection.destroy();
        house.stop();
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
