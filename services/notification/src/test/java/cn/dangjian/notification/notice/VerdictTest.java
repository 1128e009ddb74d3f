package cn.dangjian.notification.notice;

import static cn.dangjian.testkit.Province.OTHER_VILLAGE;
import static cn.dangjian.testkit.Province.TOWNSHIP;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.notification.Said;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A verdict reaches the inbox, the feed and push as the dispatch did. */
@ServiceTest
class VerdictTest {

    private static final String LATER = "2026-12-28T10:00:00Z";

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Broker broker;

    @Autowired
    Province province;

    @Autowired
    JdbcTemplate database;

    @Autowired
    RedisConnectionFactory redis;

    @BeforeEach
    void tree() {
        province.settle();
    }

    private void village(long unit) {
        broker.send(Said.village(unit, 1, false), Said.posts(unit, 1, List.of(unit), true));
        await().until(() -> !database.queryForList("select 1 from roster where unit = ?", unit)
                        .isEmpty()
                && !database.queryForList("select 1 from unit where id = ?", unit)
                        .isEmpty());
    }

    private List<JsonNode> inbox(long unit) {
        return api.get("/v1/inbox?limit=200")
                .as(tokens.at(unit))
                .send()
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private static List<String> kinds(List<JsonNode> items) {
        return items.stream().map(item -> item.path("kind").asString()).toList();
    }

    private long unread(long unit) {
        return api.get("/v1/inbox/summary")
                .as(tokens.at(unit))
                .send()
                .json()
                .path("unread")
                .asLong();
    }

    private int read(long unit, long position) {
        return api.post("/v1/inbox/" + position + "/reading")
                .as(tokens.at(unit))
                .send()
                .status();
    }

    @Test
    void isAnEntryOfItsOwnWithReasonAndNewDate() throws IOException {
        long unit = 4_300_000;
        village(unit);
        var returned = Said.verdict(4300, unit, 4, "RETURNED", "缺会议决定", LATER);
        EventSchemas.validate("task.assignment-changed.v1", returned);
        broker.send(Said.addressed(4300, List.of(unit), 500));
        await().untilAsserted(() -> assertThat(inbox(unit)).hasSize(1));

        broker.send(Said.verdict(4300, unit, 3, "SUBMITTED", null, null), returned, returned);
        broker.send(Said.verdict(4300, unit, 6, "APPROVED", null, LATER));

        await().untilAsserted(() -> assertThat(kinds(inbox(unit))).containsExactly("APPROVED", "RETURNED", "TASK"));
        var item = inbox(unit).get(1);
        assertThat(item.path("reason").asString()).isEqualTo("缺会议决定");
        assertThat(item.path("dueAt").asString()).isEqualTo(LATER);
        assertThat(item.path("title").asString()).isEqualTo("走访困难党员");
        assertThat(item.path("assignment").asLong()).isEqualTo(4300L * 1_000_000 + unit);
        assertThat(item.propertyNames()).containsExactlyInAnyOrderElementsOf(example("returned-item"));
        var ledger =
                api.get("/v1/dispatches/4300/ledger").as(tokens.at(TOWNSHIP)).send();
        assertThat(ledger.body()).contains("\"addressed\":1", "\"delivered\":1");
    }

    @Test
    void isReadByItselfAndByItsUnitAlone() {
        long unit = 4_301_000;
        village(unit);
        broker.send(Said.addressed(4301, List.of(unit), 500));
        broker.send(Said.verdict(4301, unit, 4, "RETURNED", "缺会议决定", null));
        await().untilAsserted(() -> assertThat(inbox(unit)).hasSize(2));
        long position = inbox(unit).getFirst().path("position").asLong();
        assertThat(unread(unit)).isEqualTo(2);

        assertThat(read(OTHER_VILLAGE, position)).isEqualTo(404);
        assertThat(read(unit, position)).isEqualTo(204);
        var first = inbox(unit).getFirst().path("readAt").asString();
        assertThat(read(unit, position)).isEqualTo(204);

        assertThat(unread(unit)).isEqualTo(1);
        assertThat(inbox(unit).getFirst().path("readAt").asString()).isEqualTo(first);
        assertThat(inbox(unit).getLast().path("readAt").isNull()).isTrue();
        assertThat(inbox(OTHER_VILLAGE)).noneMatch(item -> item.path("dispatch").asLong() == 4301);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void isThereOnceInWhateverOrderItIsHeardAndPositionsStayDense(long seed) {
        long first = 4_310_000 + seed * 10;
        long dispatch = 4310 + seed;
        var units = LongStream.range(first, first + 3).boxed().toList();
        units.forEach(this::village);
        var events = new ArrayList<>(Said.addressed(dispatch, units, 1));
        for (long unit : units) {
            for (String event : List.of(
                    Said.verdict(dispatch, unit, 4, "RETURNED", "缺会议决定", LATER),
                    Said.verdict(dispatch, unit, 5, "SUBMITTED", null, LATER),
                    Said.verdict(dispatch, unit, 6, "APPROVED", null, LATER))) {
                events.add(event);
                events.add(event);
            }
        }
        Collections.shuffle(events, new Random(seed));

        for (var event : events) broker.send(event);

        for (long unit : units)
            await().untilAsserted(() ->
                    assertThat(kinds(inbox(unit))).containsExactlyInAnyOrder("TASK", "RETURNED", "APPROVED"));
        var positions = database.queryForList("""
            select position from (select position from inbox_item where position is not null
                                  union all select position from notice where position is not null) p
             order by position\
            """, Long.class);
        assertThat(positions)
                .isEqualTo(LongStream.rangeClosed(1, positions.size()).boxed().toList());
        assertThat(database.queryForObject("select position from feed", Long.class))
                .isEqualTo((long) positions.size());
    }

    @Test
    void reachesPushThroughRedisAndWhenItAsks() throws Exception {
        long unit = 4_302_000;
        village(unit);
        broker.send(Said.addressed(4302, List.of(unit), 500));
        await().untilAsserted(() -> assertThat(inbox(unit)).hasSize(1));
        long before = inbox(unit).getFirst().path("position").asLong();
        var parts = new CopyOnWriteArrayList<JsonNode>();
        var json = JsonMapper.builder().build();
        var container = new RedisMessageListenerContainer();
        container.setConnectionFactory(redis);
        container.addMessageListener(
                (message, pattern) -> parts.add(json.readTree(new String(message.getBody(), UTF_8))),
                ChannelTopic.of("dangjian.inbox"));
        container.afterPropertiesSet();
        container.start();

        broker.send(Said.verdict(4302, unit, 4, "RETURNED", "缺会议决定", LATER));

        await().untilAsserted(() -> assertThat(parts)
                .anyMatch(part -> part.at("/message/dispatch").asLong() == 4302
                        && part.at("/message/kind").asString().equals("RETURNED")));
        container.destroy();
        var part = parts.stream()
                .filter(one -> one.at("/message/dispatch").asLong() == 4302)
                .findFirst()
                .orElseThrow();
        assertThat(part.at("/items/0/1").asLong()).isEqualTo(unit);
        assertThat(part.path("from")).isEqualTo(part.path("to"));
        var missed = api.get("/internal/inbox?unit=" + unit + "&after=" + before)
                .as(tokens.service("push"))
                .send()
                .json();
        assertThat(kinds(missed.path("items").valueStream().toList())).containsExactly("RETURNED");
        var feed = api.get("/internal/feed?after=" + before)
                .as(tokens.service("push"))
                .send()
                .json();
        assertThat(feed.path("items").valueStream().map(item -> item.path("position")
                        .asLong()))
                .contains(part.path("from").asLong());
    }

    @Test
    void saysToAUnitThatEndedByWhatItsTaskDid() {
        long unit = 4_303_000;
        village(unit);
        village(unit + 1);
        broker.send(Said.addressed(4303, List.of(unit, unit + 1), 500));

        broker.send(Said.passed(4303, unit, unit, 2, "MERGED", unit + 1));

        await().untilAsserted(() -> assertThat(kinds(inbox(unit))).containsExactly("MERGED", "TASK"));
        assertThat(kinds(inbox(unit + 1))).containsExactly("TASK");
    }

    private static List<String> example(String name) throws IOException {
        var text = Files.readString(Path.of("contracts/push/" + name + ".example.json"));
        return List.copyOf(JsonMapper.builder().build().readTree(text).propertyNames());
    }

    @Test
    void whatIsTakenBackAndWhatGetsMoreTimeIsTold() {
        long unit = 4_300_070;
        village(unit);
        broker.send(Said.addressed(4307, List.of(unit), 500));
        await().untilAsserted(() -> assertThat(inbox(unit)).hasSize(1));
        var extended = Said.extended(4307, 2, LATER);
        EventSchemas.validate("task.dispatch-changed.v1", extended);

        broker.send(extended, extended);
        await().untilAsserted(() -> assertThat(kinds(inbox(unit))).containsExactly("EXTENDED", "TASK"));
        assertThat(inbox(unit))
                .allSatisfy(item -> assertThat(item.path("deadline").asString()).isEqualTo(LATER));
        assertThat(inbox(unit).getFirst().path("reason").asString()).isEqualTo("连日降雪");
        broker.send(Said.verdict(4307, unit, 3, "WITHDRAWN", "另有部署", null));

        await().untilAsserted(() -> assertThat(kinds(inbox(unit))).containsExactly("WITHDRAWN", "EXTENDED", "TASK"));
        assertThat(inbox(unit).getFirst().path("reason").asString()).isEqualTo("另有部署");
    }

    @Test
    void whoHelpsWhoGetsACopyAndWhoAskedForItLaterIsTold() {
        long unit = 4_300_080;
        long above = 4_300_081;
        long helper = 4_300_082;
        long copied = 4_300_083;
        for (long each : List.of(unit, above, helper, copied)) village(each);
        var forwarded = Said.forwarded(4308, above, helper, copied);
        EventSchemas.validate("task.dispatched.v1", forwarded);

        broker.send(forwarded, forwarded);
        broker.send(Said.addressed(4308, List.of(unit), 500));

        await().untilAsserted(() -> {
            assertThat(kinds(inbox(unit))).containsExactly("TASK");
            assertThat(kinds(inbox(above))).containsExactly("EARLIER");
            assertThat(kinds(inbox(helper))).containsExactly("COOPERATES");
            assertThat(kinds(inbox(copied))).containsExactly("COPIED");
        });
        assertThat(inbox(above).getFirst().path("reason").asString()).isEqualTo("本级还要汇总");
        assertThat(inbox(above).getFirst().path("assignment").asLong()).isEqualTo(77);
        assertThat(unread(helper)).isEqualTo(1);
    }
}
