package cn.dangjian.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.notification.Said;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a unit that ended had in its inbox, at its heir. */
@ServiceTest
class HandOnTest {

    private static final long TOWNSHIP = 1111;

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Broker broker;

    @Autowired
    Province province;

    @BeforeEach
    void tree() {
        province.settle();
    }

    private JsonNode get(String path, long unit) {
        var answer = api.get(path).as(tokens.at(unit)).send();
        assertThat(answer.status()).as(path + " " + answer).isEqualTo(200);
        return answer.json();
    }

    private String ledger(long dispatch) {
        var answer = api.get("/v1/dispatches/" + dispatch + "/ledger")
                .as(tokens.at(TOWNSHIP))
                .send();
        return answer.status() == 200 ? answer.body() : "";
    }

    private List<String> entries(long dispatch) {
        return get("/v1/dispatches/" + dispatch + "/ledger/entries", TOWNSHIP)
                .path("items")
                .valueStream()
                .map(entry -> "%d %s to %d from %d"
                        .formatted(
                                entry.path("unit").asLong(),
                                entry.path("state").asString(),
                                entry.path("handedTo").asLong(0),
                                entry.path("handedFrom").asLong(0)))
                .toList();
    }

    private List<JsonNode> inbox(long unit, long dispatch) {
        return get("/v1/inbox", unit)
                .path("items")
                .valueStream()
                .filter(item -> item.path("dispatch").asLong() == dispatch)
                .toList();
    }

    /** Four villages from this number on, with somebody in each. */
    private List<String> villages(long first) {
        var units = LongStream.range(first, first + 4).boxed().toList();
        var events = new ArrayList<String>();
        for (long unit : units) events.add(Said.village(unit, 1, false));
        events.add(Said.posts(first, 1, units, true));
        return events;
    }

    @Test
    void theHeirHasItInItsInboxAndTheLedgerSaysFromWhom() {
        long x = 4_200_000;
        long y = x + 1;
        long dispatch = 4200;
        broker.send(villages(x));
        broker.send(Said.addressed(dispatch, List.of(x), 500));
        await().untilAsserted(() -> assertThat(ledger(dispatch)).contains("\"delivered\":1"));
        var event = Said.passed(dispatch, x, y, 2, "SIGNED", null);
        EventSchemas.validate("task.assignment-changed.v1", event);

        broker.send(event, event);

        await().untilAsserted(() -> assertThat(entries(dispatch))
                .containsExactly(x + " HANDED_ON to " + y + " from 0", y + " DELIVERED to 0 from " + x));
        assertThat(ledger(dispatch))
                .contains("\"addressed\":1", "\"delivered\":1", "\"pending\":0", "\"handedOn\":1", "\"complete\":true");
        var item = inbox(y, dispatch).getFirst();
        assertThat(item.at("/handedFrom/id").asLong()).isEqualTo(x);
        assertThat(item.path("assignment").asLong()).isEqualTo(dispatch * 1_000_000 + x);
        assertThat(inbox(x, dispatch)).isEmpty();
    }

    @Test
    void whatIsMergedStaysWhereItWasAndNamesTheHeir() {
        long x = 4_201_000;
        long y = x + 1;
        long dispatch = 4201;
        broker.send(villages(x));
        broker.send(Said.addressed(dispatch, List.of(x, y), 500));

        broker.send(Said.passed(dispatch, x, x, 2, "MERGED", y));

        await().untilAsserted(() -> assertThat(entries(dispatch))
                .containsExactly(x + " DELIVERED to " + y + " from 0", y + " DELIVERED to 0 from 0"));
        assertThat(ledger(dispatch)).contains("\"addressed\":2", "\"delivered\":2", "\"handedOn\":0");
        assertThat(inbox(y, dispatch)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void anHeirOfAnHeirHasItInWhateverOrderThatIsHeard(long seed) {
        long x = 4_210_000 + seed * 10;
        long z = x + 2;
        long dispatch = 4210 + seed;
        var events = new ArrayList<>(villages(x));
        events.addAll(Said.addressed(dispatch, List.of(x, x + 3), 1));
        events.add(Said.passed(dispatch, x, x + 1, 2, "ADDRESSED", null));
        events.add(Said.passed(dispatch, x, z, 3, "ADDRESSED", null));
        events.add(Said.passed(dispatch, x, z, 4, "SIGNED", null));
        events.add(Said.village(x, 2, true));
        events.add(Said.village(x + 1, 2, true));
        Collections.shuffle(events, new Random(seed));

        for (var event : events) broker.send(event);

        await().untilAsserted(() -> assertThat(ledger(dispatch))
                .contains("\"addressed\":2", "\"delivered\":2", "\"failed\":0", "\"complete\":true"));
        await().untilAsserted(() -> assertThat(entries(dispatch))
                .contains(x + " HANDED_ON to " + z + " from 0", z + " DELIVERED to 0 from " + x));
        assertThat(inbox(z, dispatch)).hasSize(1);
    }
}
