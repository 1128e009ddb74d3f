package cn.dangjian.platform.events.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.dangjian.platform.events.Outbox;
import cn.dangjian.platform.events.incoming.ParkedTable;
import cn.dangjian.platform.events.incoming.Parking;
import cn.dangjian.platform.events.outgoing.OutboxTable;
import cn.dangjian.platform.events.outgoing.Relay;
import cn.dangjian.platform.events.outgoing.RelaySettings;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import cn.dangjian.testkit.server.Servers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class EventsTest {

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxTable outboxTable;

    @Autowired
    Relay relay;

    @Autowired
    Heard heard;

    @Autowired
    ParkedTable parked;

    @Autowired
    Parking parking;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Broker broker;

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    KafkaTemplate<String, String> template;

    @Autowired
    Environment environment;

    private String key;

    @BeforeEach
    void aFreshKey() {
        key = "thing:" + UUID.randomUUID();
        heard.poison.clear();
    }

    @Test
    void announcesOnlyInsideATransaction() {
        assertThatThrownBy(() -> outbox.append("trial.said-any.v1", key, 1, null, new Heard.Said("x")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void deliversWhatWasCommittedAndNothingElse() {
        transaction.executeWithoutResult(status -> {
            say("any", 1, "rolled back");
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> say("any", 2, "committed"));

        await().untilAsserted(() -> assertThat(heard.of("any", key)).containsExactly("committed"));
    }

    @Test
    void deliversWithinASecondBecauseTheCommitWakesTheRelay() {
        transaction.executeWithoutResult(status -> say("any", 1, "warm"));
        await().until(() -> heard.of("any", key).size() == 1);

        transaction.executeWithoutResult(status -> say("any", 2, "quick"));

        await().atMost(Duration.ofSeconds(1))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> heard.of("any", key).size() == 2);
    }

    @Test
    void deliversManyEventsOfOneKeyInOrder() {
        var texts = new ArrayList<String>();
        for (int i = 1; i <= 3000; i++) texts.add("t" + i);

        transaction.executeWithoutResult(status -> {
            for (int i = 1; i <= 3000; i++) say("each", i, "t" + i);
        });

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(heard.of("each", key)).containsExactlyElementsOf(texts));
    }

    @Test
    void relaysInOrderPerKeyAndOnceWithTwoRelays() {
        var second = new Relay(
                outboxTable,
                template,
                transaction,
                JsonMapper.builder().build(),
                Clock.systemUTC(),
                new RelaySettings(
                        7,
                        Duration.ofMillis(5),
                        Duration.ofSeconds(15),
                        Duration.ofHours(72),
                        DataSize.ofKilobytes(900)),
                environment.getRequiredProperty("dangjian.events.topics.prefix"),
                () -> {});
        second.start();
        try {
            for (int i = 1; i <= 400; i++) {
                int version = i;
                transaction.executeWithoutResult(status -> say("each", version, "t" + version));
            }
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> heard.of("each", key).size() == 400);
        } finally {
            second.stop();
        }

        var sent = broker.heardOf("trial.said-each.v1").stream()
                .filter(event -> event.path("key").asString().equals(key))
                .map(event -> event.path("version").asLong())
                .toList();
        assertThat(sent).hasSize(400).isSorted();
        assertThat(parked.list(100)).noneMatch(row -> row.eventKey().equals(key));
    }

    @Test
    void hearsARepeatedEventOnce() {
        String event = event("any", 1, "once");

        broker.send(event, event, event);
        broker.send(event, event("any", 2, "last"));

        await().untilAsserted(() -> assertThat(heard.of("any", key)).containsExactly("once", "last"));
    }

    @Test
    void skipsOlderStatesWhereOnlyTheLatestCounts() {
        broker.send(event("latest", 1, "one"), event("latest", 3, "three"), event("latest", 2, "two"));
        broker.send(event("latest", 3, "three again"), event("latest", 4, "four"));

        await().untilAsserted(() -> assertThat(heard.of("latest", key)).containsExactly("one", "three", "four"));
    }

    @Test
    void waitsForAMissingVersionWhereEachCounts() {
        broker.send(event("each", 1, "one"), event("each", 3, "three"), event("each", 4, "four"));
        await().until(() -> parked.list(1000).stream()
                        .filter(row -> row.eventKey().equals(key))
                        .count()
                == 2);
        assertThat(heard.of("each", key)).containsExactly("one");

        broker.send(event("each", 2, "two"), event("each", 5, "five"));

        await().untilAsserted(
                        () -> assertThat(heard.of("each", key)).containsExactly("one", "two", "three", "four", "five"));
        assertThat(parked.list(1000)).noneMatch(row -> row.eventKey().equals(key));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void endsInTheSameStateHoweverEventsAreShuffledAndRepeated(long seed) {
        var random = new Random(seed);
        var keys = new ArrayList<String>();
        var events = new ArrayList<String>();
        for (int k = 0; k < 10; k++) {
            String each = "thing:" + seed + "-" + UUID.randomUUID();
            keys.add(each);
            for (int version = 1; version <= 10; version++) {
                String event = event("each", each, version, "t" + version);
                for (int copy = 0; copy <= random.nextInt(3); copy++) events.add(event);
            }
        }
        Collections.shuffle(events, random);

        broker.send(events);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            for (String each : keys) {
                assertThat(heard.of("each", each))
                        .containsExactly("t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8", "t9", "t10");
            }
        });
    }

    @Test
    void parksAPoisonousKeyWhileOthersGoOnAndSendsItAgain() {
        heard.poison.add("bad");
        String other = "thing:" + UUID.randomUUID();

        broker.send(
                event("any", 1, "good"),
                event("any", 2, "bad"),
                event("any", 3, "behind"),
                event("any", other, 1, "elsewhere"));

        await().until(() -> heard.of("any", other).size() == 1 && waiting(key) == 2);
        assertThat(heard.of("any", key)).containsExactly("good");
        broker.send(event("any", 4, "later"));
        await().until(() -> waiting(key) == 3);
        await().untilAsserted(() -> assertThat(broker.heard("trial.dead-letter"))
                .anyMatch(letter ->
                        letter.path("data").path("event").path("key").asString().equals(key)));
        var shown =
                api.get("/actuator/events").as(tokens.administrator()).send().json();
        long first = shown.path("parked")
                .valueStream()
                .filter(row -> row.path("eventKey").asString().equals(key))
                .mapToLong(row -> row.path("id").asLong())
                .min()
                .orElseThrow();

        heard.poison.clear();
        var redriven =
                api.post("/actuator/events/" + first).as(tokens.administrator()).send();

        assertThat(redriven.json().path("done").asBoolean())
                .as(redriven.toString())
                .isTrue();
        assertThat(heard.of("any", key)).containsExactly("good", "bad", "behind", "later");
        assertThat(waiting(key)).isZero();
        assertThat(parking.redrive(first)).isEmpty();
    }

    @Test
    void keepsAKeyParkedThatFailsAgain() {
        heard.poison.add("bad");
        broker.send(event("any", 1, "bad"), event("any", 2, "behind"));
        await().until(() -> waiting(key) == 2);
        long first = parked.list(1000).stream()
                .filter(row -> row.eventKey().equals(key))
                .findFirst()
                .orElseThrow()
                .id();

        assertThat(parking.redrive(first))
                .hasValueSatisfying(result -> assertThat(result.done()).isFalse());

        assertThat(waiting(key)).isEqualTo(2);
        assertThat(heard.of("any", key)).isEmpty();
    }

    @Test
    void parksARecordThatIsNoEventAndGoesOn() {
        broker.sendRaw("trial", key, "{not json");
        broker.send(event("any", 1, "after"));

        await().untilAsserted(() -> assertThat(heard.of("any", key)).containsExactly("after"));
        assertThat(parked.list(1000)).anyMatch(row -> row.reason().equals("UNREADABLE"));
    }

    @Test
    void doesNotEvenReadWhatNobodyHears() {
        long before = unreadable();
        var record = new ProducerRecord<>(
                environment.getRequiredProperty("dangjian.events.topics.prefix") + "trial", key, "{not json");
        record.headers().add("type", "trial.said-to-others.v1".getBytes(UTF_8));

        template.send(record).join();
        broker.send(event("any", 1, "after"));

        await().untilAsserted(() -> assertThat(heard.of("any", key)).containsExactly("after"));
        assertThat(unreadable()).isEqualTo(before);
    }

    private long unreadable() {
        return parked.list(1000).stream()
                .filter(row -> row.reason().equals("UNREADABLE"))
                .count();
    }

    @Test
    void sendsAgainWhatWasSentAndListenersSkipIt() {
        transaction.executeWithoutResult(status -> say("any", 1, "once"));
        await().until(() ->
                heard.of("any", key).size() == 1 && outboxTable.backlog().unsent() == 0);
        long before = countSent();

        var replay = api.post(
                        "/actuator/events",
                        Map.of("since", Instant.now().minusSeconds(60).toString()))
                .as(tokens.administrator())
                .send();

        assertThat(replay.status()).as(replay.toString()).isEqualTo(200);
        await().until(() -> countSent() > before);
        transaction.executeWithoutResult(status -> say("any", 2, "next"));
        await().untilAsserted(() -> assertThat(heard.of("any", key)).containsExactly("once", "next"));
    }

    @Test
    void keepsEventsWhileTheBrokerIsAwayAndSendsThemWhenItIsBack() {
        var server = Servers.shared().broker();
        server.stop();
        try {
            transaction.executeWithoutResult(status -> {
                for (int i = 1; i <= 50; i++) say("each", i, "t" + i);
            });
            assertThat(outboxTable.backlog().unsent()).isGreaterThanOrEqualTo(50);
        } finally {
            server.start();
        }

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(heard.of("each", key)).hasSize(50));
        assertThat(outboxTable.backlog().unsent()).isZero();
    }

    @Test
    void refusesAnEventThatTheBrokerWouldNotTake() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> say("any", 1, "x".repeat(1_000_000))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private long countSent() {
        return broker.heardOf("trial.said-any.v1").stream()
                .filter(event -> event.path("key").asString().equals(key))
                .count();
    }

    private long waiting(String each) {
        return parked.list(1000).stream()
                .filter(row -> row.eventKey().equals(each))
                .count();
    }

    private void say(String to, long version, String text) {
        outbox.append("trial.said-" + to + ".v1", key, version, "account:1", new Heard.Said(text));
    }

    private String event(String to, long version, String text) {
        return event(to, key, version, text);
    }

    private static String event(String to, String each, long version, String text) {
        var event = new HashMap<String, Object>();
        event.put("id", UUID.randomUUID().toString());
        event.put("type", "trial.said-" + to + ".v1");
        event.put("key", each);
        event.put("version", version);
        event.put("occurredAt", Instant.now().toString());
        event.put("subject", null);
        event.put("data", Map.of("text", text, "unread", List.of(1)));
        return JsonMapper.builder().build().writeValueAsString(event);
    }
}
