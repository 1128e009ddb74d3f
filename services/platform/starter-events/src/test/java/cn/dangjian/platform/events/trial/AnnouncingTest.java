package cn.dangjian.platform.events.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.dangjian.platform.events.outgoing.OutboxTable;
import cn.dangjian.platform.events.outgoing.Relay;
import cn.dangjian.platform.events.outgoing.RelaySettings;
import cn.dangjian.testkit.server.Servers;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

class AnnouncingTest extends RunningTrial {

    @Autowired
    OutboxTable outboxTable;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Tracer tracer;

    @Test
    void announcesOnlyInsideATransaction() {
        assertThatThrownBy(() -> outbox.append("trial.said-any.v1", thing.key(), 1, null, new Heard.Said("x")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void deliversWhatWasCommittedAndNothingElse() {
        transaction.executeWithoutResult(status -> {
            thing.say("any", 1, "rolled back");
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> thing.say("any", 2, "committed"));

        await().untilAsserted(() -> assertThat(thing.heard("any")).containsExactly("committed"));
    }

    @Test
    void deliversWithinASecondBecauseTheCommitWakesTheRelay() {
        transaction.executeWithoutResult(status -> thing.say("any", 1, "warm"));
        await().until(() -> thing.heard("any").size() == 1);

        transaction.executeWithoutResult(status -> thing.say("any", 2, "quick"));

        await().atMost(Duration.ofSeconds(1))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> thing.heard("any").size() == 2);
    }

    @Test
    void deliversManyEventsOfOneKeyInOrder() {
        var texts = new ArrayList<String>();
        for (int i = 1; i <= 3000; i++) texts.add("t" + i);

        transaction.executeWithoutResult(status -> {
            for (int i = 1; i <= 3000; i++) thing.say("each", i, "t" + i);
        });

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(thing.heard("each")).containsExactlyElementsOf(texts));
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
                transaction.executeWithoutResult(status -> thing.say("each", version, "t" + version));
            }
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> thing.heard("each").size() == 400);
        } finally {
            second.stop();
        }

        var sent = broker.heardOf("trial.said-each.v1").stream()
                .filter(event -> event.path("key").asString().equals(thing.key()))
                .map(event -> event.path("version").asLong())
                .toList();
        assertThat(sent).hasSize(400).isSorted();
        assertThat(parked.list(100)).noneMatch(row -> row.eventKey().equals(thing.key()));
    }

    @Test
    void sendsAgainWhatWasSentAndListenersSkipIt() {
        transaction.executeWithoutResult(status -> thing.say("any", 1, "once"));
        await().until(() ->
                thing.heard("any").size() == 1 && outboxTable.backlog().unsent() == 0);
        long before = countSent();

        var replay = api.post(
                        "/actuator/events",
                        Map.of("since", Instant.now().minusSeconds(60).toString()))
                .as(tokens.administrator())
                .send();

        assertThat(replay.status()).as(replay.toString()).isEqualTo(200);
        await().until(() -> countSent() > before);
        transaction.executeWithoutResult(status -> thing.say("any", 2, "next"));
        await().untilAsserted(() -> assertThat(thing.heard("any")).containsExactly("once", "next"));
    }

    @Test
    void keepsEventsWhileTheBrokerIsAwayAndSendsThemWhenItIsBack() {
        var server = Servers.shared().broker();
        server.stop();
        try {
            transaction.executeWithoutResult(status -> {
                for (int i = 1; i <= 50; i++) thing.say("each", i, "t" + i);
            });
            assertThat(outboxTable.backlog().unsent()).isGreaterThanOrEqualTo(50);
            await().untilAsserted(() -> assertThat(gauge("dangjian.outbox.age")).isGreaterThan(0.5));
            assertThat(gauge("dangjian.outbox.unsent")).isGreaterThanOrEqualTo(50);
        } finally {
            server.start();
        }

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(thing.heard("each")).hasSize(50));
        assertThat(outboxTable.backlog().unsent()).isZero();
        assertThat(gauge("dangjian.outbox.age")).isZero();
    }

    @Test
    void listenersGoOnWithTheTraceOfWhoAnnounced() {
        var span = tracer.nextSpan().name("who announces").start();
        try (var _ = tracer.withSpan(span)) {
            transaction.executeWithoutResult(status -> thing.say("any", 1, "traced"));
        } finally {
            span.end();
        }
        await().until(() -> thing.heard("any").size() == 1);

        assertThat(heard.traces.get(thing.key())).isEqualTo(span.context().traceId());
    }

    @Test
    void refusesAnEventThatTheBrokerWouldNotTake() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> thing.say("any", 1, "x".repeat(1_000_000))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private long countSent() {
        return broker.heardOf("trial.said-any.v1").stream()
                .filter(event -> event.path("key").asString().equals(thing.key()))
                .count();
    }
}
