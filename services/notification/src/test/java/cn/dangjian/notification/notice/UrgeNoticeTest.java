package cn.dangjian.notification.notice;

import static cn.dangjian.testkit.Province.COUNTY;
import static cn.dangjian.testkit.Province.TOWNSHIP;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.notification.Said;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Urging, answers and replies, and a deadline that was counted again reach inbox and push, in words and once. */
@ServiceTest
class UrgeNoticeTest {

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

    private void villages(long... units) {
        for (long unit : units) broker.send(Said.village(unit, 1, false), Said.posts(unit, 1, List.of(unit), true));
        for (long unit : units)
            await().until(() -> !database.queryForList("select 1 from roster where unit = ?", unit)
                            .isEmpty()
                    && !database.queryForList("select 1 from unit where id = ?", unit)
                            .isEmpty());
    }

    private void addressed(long dispatch, long... units) {
        broker.send(Said.addressed(dispatch, LongStream.of(units).boxed().toList(), 500));
        for (long unit : units)
            await().untilAsserted(() -> assertThat(of(unit, dispatch)).hasSize(1));
    }

    private List<JsonNode> of(long unit, long dispatch) {
        return api.get("/v1/inbox?limit=200")
                .as(tokens.at(unit))
                .send()
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("dispatch").asLong() == dispatch)
                .toList();
    }

    private static List<String> kinds(List<JsonNode> items) {
        return items.stream().map(item -> item.path("kind").asString()).toList();
    }

    private static String event(String type, String key, long version, String data) {
        String event =
                "{\"id\":\"%s\",\"type\":\"%s\",\"key\":\"%s\",\"version\":%d,\"occurredAt\":\"2026-03-02T01:30:00Z\",\"subject\":null,\"data\":%s}"
                        .formatted(UUID.randomUUID(), type, key, version, data);
        EventSchemas.validate(type, event);
        return event;
    }

    private static String urged(long dispatch, String step, String word, String units) {
        return event("task.urged.v1", "urge:" + dispatch + "@1" + step + "#1", 1, """
            {"dispatch":%d,"number":"n","issuer":111,"title":"走访困难党员","step":"%s","deadline":"2026-12-31T10:00:00Z"%s,\
            "chunk":1,"chunks":1,"units":[%s]}\
            """.formatted(
                        dispatch, step, word.isEmpty() ? "" : ",\"word\":\"" + word + "\"", units));
    }

    private static String unit(long urge, long dispatch, long unit) {
        return "{\"urge\":%d,\"unit\":%d,\"assignment\":%d}".formatted(urge, unit, dispatch * 1_000_000 + unit);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        FIRST   | URGED_SOON    |            | 《走访困难党员》将于 2026-12-31 18:00 到期，请按时提交。
        DUE     | URGED_DUE     |            | 《走访困难党员》今天到期（2026-12-31 18:00），请及时提交。
        OVERDUE | OVERDUE       |            | 《走访困难党员》已于 2026-12-31 18:00 到期，尚未提交。
        HAND    | URGED         | 周五汇总   | 《走访困难党员》（2026-12-31 18:00 到期）催办：周五汇总
        """)
    void eachStepIsSaidInWordsOnceAndLeadsToTheTask(String step, String kind, @Nullable String word, String text) {
        long unit = 4_400_000 + step.length() * 10 + step.charAt(0);
        long dispatch = 4400 + step.charAt(0);
        villages(unit);
        addressed(dispatch, unit);
        String said = word == null ? "" : word;

        broker.send(urged(dispatch, step, said, unit(unit, dispatch, unit)));
        broker.send(urged(dispatch, step, said, unit(unit, dispatch, unit)));

        await().untilAsserted(() -> assertThat(kinds(of(unit, dispatch))).containsExactly(kind, "TASK"));
        var item = of(unit, dispatch).getFirst();
        assertThat(item.at("/text/zh").asString()).isEqualTo(text);
        assertThat(item.at("/text/en").asString()).contains("2026-12-31 18:00").doesNotContain("{");
        assertThat(item.path("link").asString()).isEqualTo("/task/v1/assignments/" + (dispatch * 1_000_000 + unit));
        assertThat(of(unit, dispatch).getLast().has("text")).isFalse();
    }

    @Test
    void theTierAboveHearsHowManyAreLate() {
        long unit = 4_401_000;
        villages(unit);
        addressed(4501, unit);

        broker.send(urged(
                4501,
                "UP",
                "",
                "{\"urge\":77,\"unit\":%d,\"assignment\":%d,\"late\":3}"
                        .formatted(TOWNSHIP, 4501L * 1_000_000 + unit)));

        await().untilAsserted(() -> assertThat(kinds(of(TOWNSHIP, 4501))).containsExactly("OVERDUE_BELOW"));
        var item = of(TOWNSHIP, 4501).getFirst();
        assertThat(item.at("/text/zh").asString()).contains("3 项未提交");
        assertThat(item.path("link").asString()).isEqualTo("/task/v1/dispatches/4501/urgings");
        assertThat(kinds(of(unit, 4501))).containsExactly("TASK");
    }

    @Test
    void answersGoToTheIssuerRepliesToTheUnitAndLateOnesToTheTierAbove() {
        long unit = 4_402_000;
        villages(unit);
        addressed(4502, unit);

        broker.send(voice(4502, unit, 1, "OPEN", ""));
        broker.send(voice(4502, unit, 2, "OPEN", ",\"superior\":11"));
        broker.send(voice(4502, unit, 3, "REFUSED", ",\"reply\":\"名录中有贵村\""));
        broker.send(voice(4502, unit, 3, "REFUSED", ",\"reply\":\"名录中有贵村\""));

        await().untilAsserted(() -> assertThat(kinds(of(unit, 4502))).containsExactly("VOICE_REFUSED", "TASK"));
        assertThat(kinds(of(COUNTY, 4502))).containsExactly("VOICE");
        assertThat(kinds(of(Province.CITY, 4502))).containsExactly("VOICE_LATE");
        assertThat(of(COUNTY, 4502).getFirst().at("/text/zh").asString()).contains("本村没有场所", "2026-03-10 18:00");
        assertThat(of(COUNTY, 4502).getFirst().path("link").asString()).isEqualTo("/task/v1/voices/45020");
        assertThat(of(unit, 4502).getFirst().at("/text/en").asString()).endsWith("was refused: 名录中有贵村");
    }

    private static String voice(long dispatch, long unit, long version, String state, String more) {
        return event("task.voice-changed.v1", "voice:" + dispatch * 10, version, """
            {"voice":%d,"assignment":%d,"dispatch":%d,"unit":%d,"issuer":111,"kind":"NOT_APPLICABLE","text":"本村没有场所",\
            "state":"%s","replyBy":"2026-03-10T10:00:00Z"%s}\
            """.formatted(
                        dispatch * 10, dispatch * 1_000_000 + unit, dispatch, unit, state, more));
    }

    @Test
    void whatBecameOfTheTaskByAReplyIsNotToldASecondTime() {
        long unit = 4_403_000;
        villages(unit);
        addressed(4503, unit);
        String closed =
                Said.verdict(4503, unit, 2, "CLOSED", "同意", null).replace("\"reason\":", "\"voice\":45030,\"reason\":");
        EventSchemas.validate("task.assignment-changed.v1", closed);

        broker.send(closed);
        broker.send(voice(4503, unit, 2, "ACCEPTED", ",\"reply\":\"同意\""));

        await().untilAsserted(() -> assertThat(kinds(of(unit, 4503))).containsExactly("VOICE_ACCEPTED", "TASK"));
    }

    @Test
    void aDeadlineThatWasCountedAgainIsToldAndStandsInTheTaskItself() {
        long unit = 4_404_000;
        villages(unit);
        addressed(4504, unit);

        broker.send(
                event("task.deadline-moved.v1", "deadline:4504#1", 2, """
                    {"dispatch":4504,"number":"n","issuer":111,"title":"走访困难党员","deadline":"2027-01-14T10:00:00Z",\
                    "before":"2026-12-31T10:00:00Z","provisional":false,"reason":"虚构通知","chunk":1,"chunks":1,\
                    "assignments":[{"id":%d,"unit":%d}]}\
                    """.formatted(4504L * 1_000_000 + unit, unit)));

        await().untilAsserted(() -> assertThat(kinds(of(unit, 4504))).containsExactly("DEADLINE_MOVED", "TASK"));
        assertThat(of(unit, 4504))
                .allMatch(item -> item.path("deadline").asString().equals("2027-01-14T10:00:00Z"));
        assertThat(of(unit, 4504).getFirst().at("/text/zh").asString())
                .isEqualTo("《走访困难党员》的期限已按虚构通知重新计算为 2027-01-14 18:00。");
    }

    @Test
    void manyUnitsAreOnePartForPushWithTheirOwnLinks() throws Exception {
        long[] units = {4_405_000, 4_405_001, 4_405_002};
        villages(units);
        addressed(4505, units);
        var parts = new CopyOnWriteArrayList<JsonNode>();
        var json = JsonMapper.builder().build();
        var container = new RedisMessageListenerContainer();
        container.setConnectionFactory(redis);
        container.addMessageListener(
                (message, pattern) -> parts.add(json.readTree(new String(message.getBody(), UTF_8))),
                ChannelTopic.of("dangjian.inbox"));
        container.afterPropertiesSet();
        container.start();

        broker.send(urged(
                4505,
                "SECOND",
                "",
                String.join(",", unit(1, 4505, units[0]), unit(2, 4505, units[1]), unit(3, 4505, units[2]))));

        await().untilAsserted(() ->
                assertThat(parts).anyMatch(part -> part.at("/message/dispatch").asLong() == 4505));
        container.destroy();
        var part = parts.stream()
                .filter(one -> one.at("/message/dispatch").asLong() == 4505)
                .findFirst()
                .orElseThrow();
        assertThat(part.path("items")).hasSize(3);
        assertThat(part.path("to").asLong() - part.path("from").asLong()).isEqualTo(2);
        assertThat(part.path("message").propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        example("urged-part").path("message").propertyNames());
        var missed = api.get("/internal/inbox?unit=" + units[1] + "&after=" + part.path("from"))
                .as(tokens.service("push"))
                .send()
                .json()
                .path("items")
                .path(0);
        assertThat(missed.propertyNames())
                .containsExactlyInAnyOrderElementsOf(example("urged-item").propertyNames());
        assertThat(missed.path("link").asString()).endsWith(String.valueOf(4505L * 1_000_000 + units[1]));
    }

    @Test
    void hearsTheExamplesOfTask() {
        for (String type : List.of("task.urged.v1", "task.voice-changed.v1", "task.deadline-moved.v1")) {
            broker.send(EventExamples.load(type));
            broker.send(EventExamples.load(type));
        }

        await().untilAsserted(() -> assertThat(database.queryForList(
                        "select kind from notice where dispatch = 17 order by kind", String.class))
                .contains("DEADLINE_MOVED", "URGED_SOON", "VOICE_ACCEPTED"));
        assertThat(database.queryForObject(
                        "select count(*) from notice where dispatch = 17 and kind = 'URGED_SOON'", Long.class))
                .isEqualTo(2);
    }

    private static JsonNode example(String name) throws IOException {
        var text = Files.readString(Path.of("contracts/push/" + name + ".example.json"));
        return JsonMapper.builder().build().readTree(text);
    }
}
