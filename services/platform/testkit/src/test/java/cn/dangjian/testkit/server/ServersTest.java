package cn.dangjian.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class ServersTest {

    private final Servers servers = Servers.shared();

    @Test
    void givesEachSchemaToItsOwnUserOnly() throws Exception {
        servers.createSchema("mine", "mine", "mine-secret");
        servers.createSchema("yours", "yours", "yours-secret");

        try (var mine = connect("mine", "mine", "mine-secret");
                var statement = mine.createStatement()) {
            statement.execute("create table unit (id bigint primary key, name varchar(100))");
            statement.execute("insert into unit values (1, '示范县')");
            var found = statement.executeQuery("select count(*) from unit where name = '示范县'");

            assertThat(found.next()).isTrue();
            assertThat(found.getInt(1)).isOne();
        }
        assertThatThrownBy(() -> connect("yours", "mine", "mine-secret").close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Access denied");
    }

    @Test
    void refusesNamesThatAreNotPlain() {
        assertThatThrownBy(() -> servers.createSchema("a`; drop database mysql", "a", "a"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void comparesTextAsMySqlDoes() throws Exception {
        servers.createSchema("texts", "texts", "texts-secret");

        try (var connection = connect("texts", "texts", "texts-secret");
                var statement = connection.createStatement();
                var same = statement.executeQuery("select 'a' = 'A', 'a' = 'a ', @@time_zone, @@local_infile")) {
            assertThat(same.next()).isTrue();
            assertThat(same.getBoolean(1)).isTrue();
            assertThat(same.getBoolean(2)).isFalse();
            assertThat(same.getString(3)).isEqualTo("+00:00");
            assertThat(same.getBoolean(4)).isTrue();
        }
    }

    @Test
    void databaseKeepsItsRowsAndItsPortWhenKilled() throws Exception {
        servers.createSchema("kept", "kept", "kept-secret");
        var url = servers.jdbcUrlBase();
        try (var connection = connect("kept", "kept", "kept-secret");
                var statement = connection.createStatement()) {
            statement.execute("create table kept (id int primary key)");
            statement.execute("insert into kept values (1)");
        }

        servers.database().kill();
        assertThat(servers.database().isAlive()).isFalse();
        servers.database().start();

        assertThat(servers.jdbcUrlBase()).isEqualTo(url);
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            try (var connection = connect("kept", "kept", "kept-secret");
                    var found = connection.createStatement().executeQuery("select count(*) from kept")) {
                assertThat(found.next()).isTrue();
                assertThat(found.getInt(1)).isOne();
            }
        });
    }

    @Test
    void brokerKeepsItsRecordsWhenKilled() throws Exception {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
        try (var producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers.bootstrapServers(),
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "kept"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("kept", "unit:1", "示范县")).get(20, TimeUnit.SECONDS);
            producer.commitTransaction();
        }

        servers.broker().kill();
        servers.broker().start();

        var properties = new Properties();
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers.bootstrapServers());
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, "kept");
        properties.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("kept"));
            await().pollInSameThread()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> consumer.poll(Duration.ofMillis(200)).count() == 1);
        }
    }

    @Test
    void redisComesBackAfterAPauseAndAKill() {
        var redis = servers.redis();

        redis.pause();
        redis.resume();
        redis.kill();
        assertThat(redis.isAlive()).isFalse();
        redis.start();

        assertThat(redis.isAlive()).isTrue();
    }

    private Connection connect(String schema, String user, String password) throws SQLException {
        return DriverManager.getConnection(servers.jdbcUrl(schema), user, password);
    }
}
