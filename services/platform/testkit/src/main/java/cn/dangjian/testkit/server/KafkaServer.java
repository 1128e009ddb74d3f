package cn.dangjian.testkit.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** One Kafka node, broker and controller in one child JVM of the JDK that runs this one. */
final class KafkaServer extends ChildServer {

    private static final String CLUSTER = "ZGFuZ2ppYW4tbG9jYWwtMQ";

    private static final String LOGGING = """
        <configuration>
          <statusListener class="ch.qos.logback.core.status.NopStatusListener"/>
          <appender name="console" class="ch.qos.logback.core.ConsoleAppender">
            <encoder><pattern>%d{HH:mm:ss.SSS} %-5level %logger{20} %msg%n</pattern></encoder>
          </appender>
          <logger name="org.apache.kafka.clients.NetworkClient" level="ERROR"/>
          <root level="WARN"><appender-ref ref="console"/></root>
        </configuration>
        """;

    private final KafkaProgram program = new KafkaProgram();
    private final ServerSettings settings;
    private final Path data;

    KafkaServer(ServerSettings settings) {
        this.settings = settings;
        this.data = settings.data().resolve("kafka").toAbsolutePath();
    }

    @Override
    public String name() {
        return "kafka";
    }

    String bootstrap() {
        return "127.0.0.1:" + settings.brokerPort();
    }

    @Override
    ChildProcess launch() {
        var properties = data.resolve("server.properties");
        try {
            Files.createDirectories(data);
            Files.writeString(properties, properties());
            Files.writeString(data.resolve("logback.xml"), LOGGING);
            if (!Files.exists(data.resolve("log/meta.properties"))) format(properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.brokerHeapMegabytes() + "m",
                "-Xmn32m",
                "-Xss512k",
                // an archive of classes mapped where it was made for is shared with its file
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseCompactObjectHeaders",
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-Dlogback.configurationFile=" + data.resolve("logback.xml")));
        command.addAll(program.archiveOptions(data));
        command.addAll(List.of("-cp", program.classPath(), "kafka.Kafka", properties.toString()));
        return ChildProcess.start(
                name(), command, Map.of(), data, settings.logs().resolve("kafka.log"));
    }

    @Override
    public synchronized void stop() {
        boolean ran = isAlive();
        super.stop();
        if (ran) program.keepArchive(data);
    }

    @Override
    boolean answers() throws Exception {
        Map<String, Object> patience = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap(),
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "200",
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "20000",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "5000");
        try (var admin = Admin.create(patience)) {
            return !admin.describeCluster().nodes().get(20, TimeUnit.SECONDS).isEmpty();
        }
    }

    private static void format(Path properties) {
        var said = new ByteArrayOutputStream();
        String[] arguments = {"format", "-t", CLUSTER, "-c", properties.toString(), "--ignore-formatted"};
        int code = StorageTool.execute(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
        if (code != 0) throw new IllegalStateException("Kafka's storage: " + said.toString(StandardCharsets.UTF_8));
    }

    private String properties() {
        return """
            process.roles=broker,controller
            node.id=1
            controller.quorum.voters=1@127.0.0.1:%2$d
            listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
            advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
            controller.listener.names=CONTROLLER
            log.dirs=%3$s

            auto.create.topics.enable=false
            num.partitions=3
            default.replication.factor=1
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=5
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            transaction.state.log.num.partitions=5
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            share.coordinator.state.topic.num.partitions=3

            # members of a killed service are missed after seconds, not after the usual 45
            group.initial.rebalance.delay.ms=0
            group.consumer.min.session.timeout.ms=6000
            group.consumer.session.timeout.ms=10000
            group.consumer.min.heartbeat.interval.ms=1000
            group.consumer.heartbeat.interval.ms=2000

            # a killed broker is let in again after seconds
            broker.heartbeat.interval.ms=1000
            broker.session.timeout.ms=3000

            # small: one machine, one person
            num.network.threads=2
            num.io.threads=4
            background.threads=2
            log.cleaner.dedupe.buffer.size=16777216
            log.segment.bytes=67108864
            log.index.size.max.bytes=1048576
            """.formatted(settings.brokerPort(), settings.controllerPort(), data.resolve("log"));
    }
}
