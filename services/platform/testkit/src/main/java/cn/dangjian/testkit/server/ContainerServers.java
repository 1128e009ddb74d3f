package cn.dangjian.testkit.server;

import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import java.util.Objects;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mysql.MySQLContainer;
import org.testcontainers.utility.DockerImageName;

/** MySQL, Kafka and Redis as containers, on ports that stay the same over a restart. */
final class ContainerServers implements Servers {

    private static final String ROOT_PASSWORD = "root-secret";
    private static final String REDIS_PASSWORD = "redis-secret";

    private final MySQLContainer mysql = new MySQLContainer(DockerImageName.parse("mysql:9.7"))
            .withUsername("test")
            .withPassword(ROOT_PASSWORD)
            .withCommand(
                    "--character-set-server=utf8mb4",
                    "--collation-server=utf8mb4_0900_ai_ci",
                    "--local-infile=1",
                    "--default-time-zone=+00:00",
                    "--max-connections=300",
                    "--max-allowed-packet=64M",
                    // a test stops an import in the middle by a trigger
                    "--log-bin-trust-function-creators=1");
    private final KafkaContainer kafka = new KafkaContainer(DockerImageName.parse("apache/kafka:4.2.1"))
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withEnv("KAFKA_NUM_PARTITIONS", "3")
            .withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "5")
            .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1")
            .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1")
            .withEnv("KAFKA_GROUP_CONSUMER_MIN_SESSION_TIMEOUT_MS", "6000")
            .withEnv("KAFKA_GROUP_CONSUMER_SESSION_TIMEOUT_MS", "10000")
            .withEnv("KAFKA_GROUP_CONSUMER_MIN_HEARTBEAT_INTERVAL_MS", "1000")
            .withEnv("KAFKA_GROUP_CONSUMER_HEARTBEAT_INTERVAL_MS", "2000");
    private final GenericContainer<?> redis = new GenericContainer<>(DockerImageName.parse("redis:8.0"))
            .withExposedPorts(6379)
            .withCommand("redis-server", "--bind", "*", "--requirepass", REDIS_PASSWORD);

    private final ContainerServer databaseServer = new ContainerServer("mysql", fixedPort(mysql, 3306));
    private final ContainerServer brokerServer = new ContainerServer("kafka", fixedPort(kafka, 9092));
    private final ContainerServer redisServer = new ContainerServer("redis", fixedPort(redis, 6379));

    /** A port that Docker picks would change with every restart. */
    private static <C extends GenericContainer<?>> C fixedPort(C container, int port) {
        int free = Ports.free(1).getFirst();
        container.withCreateContainerCmdModifier(command -> Objects.requireNonNull(command.getHostConfig())
                .withPortBindings(PortBinding.parse(free + ":" + ExposedPort.tcp(port))));
        return container;
    }

    @Override
    public void start() {
        EmbeddedServers.inParallel(databaseServer::start, brokerServer::start, redisServer::start);
    }

    @Override
    public void stop() {
        EmbeddedServers.inParallel(mysql::stop, kafka::stop, redis::stop);
    }

    @Override
    public Server database() {
        return databaseServer;
    }

    @Override
    public Server broker() {
        return brokerServer;
    }

    @Override
    public Server redis() {
        return redisServer;
    }

    @Override
    public String jdbcUrlBase() {
        return "jdbc:mysql://" + mysql.getHost() + ":" + mysql.getMappedPort(3306);
    }

    @Override
    public String rootUser() {
        return "root";
    }

    @Override
    public String rootPassword() {
        return ROOT_PASSWORD;
    }

    @Override
    public String bootstrapServers() {
        return kafka.getBootstrapServers();
    }

    @Override
    public String redisHost() {
        return redis.getHost();
    }

    @Override
    public int redisPort() {
        return redis.getMappedPort(6379);
    }

    @Override
    public String redisPassword() {
        return REDIS_PASSWORD;
    }

    /** A container as a server: after the first start it is the same container that stops and starts, with its data. */
    private static final class ContainerServer implements Server {

        private final String name;
        private final GenericContainer<?> container;
        private boolean paused;

        ContainerServer(String name, GenericContainer<?> container) {
            this.name = name;
            this.container = container;
        }

        @Override
        public String name() {
            return name;
        }

        /** A restart returns when the container runs; clients find out by themselves when it answers. */
        @Override
        public void start() {
            if (container.getContainerId() == null) {
                container.start();
            } else if (!isAlive()) {
                var client = DockerClientFactory.lazyClient();
                client.startContainerCmd(container.getContainerId()).exec();
            }
        }

        @Override
        public void stop() {
            if (!isAlive()) return;
            DockerClientFactory.lazyClient()
                    .stopContainerCmd(container.getContainerId())
                    .withTimeout(20)
                    .exec();
        }

        @Override
        public void kill() {
            if (!isAlive()) return;
            DockerClientFactory.lazyClient()
                    .killContainerCmd(container.getContainerId())
                    .exec();
        }

        @Override
        public void pause() {
            DockerClientFactory.lazyClient()
                    .pauseContainerCmd(container.getContainerId())
                    .exec();
            paused = true;
        }

        /** Docker refuses to resume what is not paused. */
        @Override
        public void resume() {
            if (!paused) return;
            paused = false;
            DockerClientFactory.lazyClient()
                    .unpauseContainerCmd(container.getContainerId())
                    .exec();
        }

        @Override
        public boolean isAlive() {
            return container.getContainerId() != null && container.isRunning();
        }
    }
}
