package cn.dangjian.platform.events.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListeningTest extends RunningTrial {

    @Test
    void hearsARepeatedEventOnce() {
        String event = thing.event("any", 1, "once");

        broker.send(event, event, event);
        broker.send(event, thing.event("any", 2, "last"));

        await().untilAsserted(() -> assertThat(thing.heard("any")).containsExactly("once", "last"));
    }

    @Test
    void skipsOlderStatesWhereOnlyTheLatestCounts() {
        broker.send(
                thing.event("latest", 1, "one"), thing.event("latest", 3, "three"), thing.event("latest", 2, "two"));
        broker.send(thing.event("latest", 3, "three again"), thing.event("latest", 4, "four"));

        await().untilAsserted(() -> assertThat(thing.heard("latest")).containsExactly("one", "three", "four"));
    }

    @Test
    void waitsForAMissingVersionWhereEachCounts() {
        broker.send(thing.event("each", 1, "one"), thing.event("each", 3, "three"), thing.event("each", 4, "four"));
        await().until(() -> parked.list(1000).stream()
                        .filter(row -> row.eventKey().equals(thing.key()))
                        .count()
                == 2);
        assertThat(thing.heard("each")).containsExactly("one");

        broker.send(thing.event("each", 2, "two"), thing.event("each", 5, "five"));

        await().untilAsserted(
                        () -> assertThat(thing.heard("each")).containsExactly("one", "two", "three", "four", "five"));
        assertThat(parked.list(1000)).noneMatch(row -> row.eventKey().equals(thing.key()));
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
                String event = Thing.event("each", each, version, "t" + version);
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
}
