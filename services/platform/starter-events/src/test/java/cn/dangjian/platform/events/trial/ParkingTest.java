package cn.dangjian.platform.events.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.platform.events.incoming.Parking;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ParkingTest extends RunningTrial {

    @Autowired
    Parking parking;

    @Test
    void parksAPoisonousKeyWhileOthersGoOnAndSendsItAgain() {
        heard.poison.add("bad");
        var elsewhere = new Thing(outbox, heard, parked);

        broker.send(
                thing.event("any", 1, "good"),
                thing.event("any", 2, "bad"),
                thing.event("any", 3, "behind"),
                elsewhere.event("any", 1, "elsewhere"));

        await().until(() -> elsewhere.heard("any").size() == 1 && thing.waiting() == 2);
        assertThat(thing.heard("any")).containsExactly("good");
        broker.send(thing.event("any", 4, "later"));
        await().until(() -> thing.waiting() == 3);
        await().untilAsserted(() -> assertThat(broker.heard("trial.dead-letter"))
                .anyMatch(letter ->
                        letter.path("data").path("event").path("key").asString().equals(thing.key())));
        var shown =
                api.get("/actuator/events").as(tokens.administrator()).send().json();
        assertThat(shown.path("ready").asBoolean()).isTrue();
        assertThat(shown.path("lag").isNumber()).as(shown.toString()).isTrue();
        long first = shown.path("parked")
                .valueStream()
                .filter(row -> row.path("eventKey").asString().equals(thing.key()))
                .mapToLong(row -> row.path("id").asLong())
                .min()
                .orElseThrow();

        heard.poison.clear();
        var redriven =
                api.post("/actuator/events/" + first).as(tokens.administrator()).send();

        assertThat(redriven.json().path("done").asBoolean())
                .as(redriven.toString())
                .isTrue();
        assertThat(thing.heard("any")).containsExactly("good", "bad", "behind", "later");
        assertThat(thing.waiting()).isZero();
        assertThat(parking.redrive(first)).isEmpty();
    }

    @Test
    void keepsAKeyParkedThatFailsAgain() {
        heard.poison.add("bad");
        broker.send(thing.event("any", 1, "bad"), thing.event("any", 2, "behind"));
        await().until(() -> thing.waiting() == 2);
        assertThat(gauge("dangjian.events.parked")).isGreaterThanOrEqualTo(2);
        long first = parked.list(1000).stream()
                .filter(row -> row.eventKey().equals(thing.key()))
                .findFirst()
                .orElseThrow()
                .id();

        assertThat(parking.redrive(first))
                .hasValueSatisfying(result -> assertThat(result.done()).isFalse());

        assertThat(thing.waiting()).isEqualTo(2);
        assertThat(thing.heard("any")).isEmpty();
    }

    @Test
    void parksARecordThatIsNoEventAndGoesOn() {
        broker.sendRaw("trial", thing.key(), "{not json");
        broker.send(thing.event("any", 1, "after"));

        await().untilAsserted(() -> assertThat(thing.heard("any")).containsExactly("after"));
        assertThat(parked.list(1000)).anyMatch(row -> row.reason().equals("UNREADABLE"));
    }

    @Test
    void doesNotEvenReadWhatNobodyHears() {
        long before = unreadable();
        var record = new ProducerRecord<>(
                environment.getRequiredProperty("dangjian.events.topics.prefix") + "trial", thing.key(), "{not json");
        record.headers().add("type", "trial.said-to-others.v1".getBytes(UTF_8));

        template.send(record).join();
        broker.send(thing.event("any", 1, "after"));

        await().untilAsserted(() -> assertThat(thing.heard("any")).containsExactly("after"));
        assertThat(unreadable()).isEqualTo(before);
    }

    private long unreadable() {
        return parked.list(1000).stream()
                .filter(row -> row.reason().equals("UNREADABLE"))
                .count();
    }
}
