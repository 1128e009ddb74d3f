package cn.dangjian.notification.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.notification.Said;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.server.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class FeedPublisherTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    Broker broker;

    @Autowired
    Province province;

    @Autowired
    JdbcTemplate database;

    @Autowired
    RedisConnectionFactory redis;

    @AfterEach
    void redisIsBack() {
        Servers.shared().redis().start();
        await().ignoreExceptions().until(() -> {
            try (var connection = redis.getConnection()) {
                return "PONG".equals(connection.ping());
            }
        });
    }

    @Test
    void tellsWhatWasDeliveredInPartsWithoutAGap() throws Exception {
        var units = someVillages(960_000, 1100);
        broker.send(Said.posts(960, 1, units, true));
        await().until(() -> rows("select post from roster where unit between 960000 and 961099") == 1100);

        var parts = new CopyOnWriteArrayList<JsonNode>();
        var container = new RedisMessageListenerContainer();
        container.setConnectionFactory(redis);
        container.addMessageListener(
                (message, pattern) -> parts.add(JSON.readTree(new String(message.getBody(), UTF_8))),
                ChannelTopic.of("dangjian.inbox"));
        container.afterPropertiesSet();
        container.start();
        broker.send(Said.addressed(9600, units, 500));

        await().until(() -> heard(parts).size() == 1100);
        container.destroy();
        assertThat(heard(parts)).isSorted().doesNotHaveDuplicates();
        var mine = of(9600, parts);
        for (int i = 1; i < mine.size(); i++) {
            assertThat(mine.get(i).path("from").asLong())
                    .isEqualTo(mine.get(i - 1).path("to").asLong() + 1);
            assertThat(mine.get(i).path("items").size()).isLessThanOrEqualTo(500);
        }
        assertThat(names(mine.getFirst())).isEqualTo(names(example("part")));
        assertThat(names(mine.getFirst().path("message")))
                .isEqualTo(names(example("part").path("message")));
    }

    @Test
    void deliversWithoutRedisAndSaysSoOnce(CapturedOutput output) {
        var units = someVillages(962_000, 3);
        broker.send(Said.posts(962, 1, units, true));

        Servers.shared().redis().kill();
        for (int dispatch = 9621; dispatch <= 9625; dispatch++) {
            broker.send(Said.addressed(dispatch, units, 500));
            String delivered = "select unit from inbox_item where state = 'DELIVERED' and dispatch = " + dispatch;
            await().atMost(Duration.ofSeconds(10)).until(() -> rows(delivered) == 3);
        }

        await().untilAsserted(() -> assertThat(output).contains("Redis is away"));
        assertThat(output.toString().split("Redis is away", -1)).hasSize(2);
    }

    private List<Long> someVillages(long first, int count) {
        province.settle();
        var units = LongStream.range(first, first + count).boxed().toList();
        broker.send(units.stream().map(unit -> Said.village(unit, 1, false)).toList());
        String known = "select id from unit where id between " + first + " and " + (first + count - 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> rows(known) == count);
        return units;
    }

    private int rows(String sql) {
        return database.queryForList(sql).size();
    }

    /** Sorted, because this listener hands each message to a thread of its own. */
    private static List<JsonNode> of(long dispatch, List<JsonNode> parts) {
        return parts.stream()
                .filter(part -> part.path("message").path("dispatch").asLong() == dispatch)
                .sorted(Comparator.comparingLong(part -> part.path("from").asLong()))
                .toList();
    }

    private static List<Long> heard(List<JsonNode> parts) {
        var positions = new ArrayList<Long>();
        of(9600, parts).forEach(part -> part.path("items")
                .forEach(item -> positions.add(item.get(0).asLong())));
        return positions;
    }

    private static List<String> names(JsonNode object) {
        return object.propertyNames().stream().sorted().toList();
    }

    private static JsonNode example(String name) throws IOException {
        return JSON.readTree(Files.readString(Path.of("contracts/push/" + name + ".example.json")));
    }
}
