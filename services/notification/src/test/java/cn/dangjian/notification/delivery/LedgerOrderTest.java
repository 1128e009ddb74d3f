package cn.dangjian.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.notification.Said;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.server.Servers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The ledger closes the same way whatever the order in which task, identity and organization are heard. */
@ServiceTest
class LedgerOrderTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    Broker broker;

    @Autowired
    Province province;

    @Autowired
    JdbcTemplate database;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void closesTheSameWayInEveryOrder(long seed) {
        province.settle();
        var random = new Random(seed);
        var house = new Neighbours(1_000_000 + seed * 1000, 2000 + seed * 10);
        var events = house.events();
        events.addAll(events.stream().filter(event -> random.nextInt(3) == 0).toList());
        Collections.shuffle(events, random);

        for (int from = 0; from < events.size(); ) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(40));
            broker.send(events.subList(from, to));
            from = to;
        }

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            for (long dispatch : house.dispatches()) {
                assertThat(states(dispatch)).isEqualTo(house.expected());
            }
        });
        assertThatTheFeedIsDense();
        assertThatEachIsAnnouncedOnce(house);
    }

    @Test
    void closesExactlyAlthoughTheDatabaseIsKilledInTheMiddle() {
        province.settle();
        var house = new Neighbours(1_900_000, 2900);
        var events = house.events();

        broker.send(events.subList(0, events.size() / 2));
        Servers.shared().database().kill();
        broker.send(events.subList(events.size() / 2, events.size()));
        Servers.shared().database().start();

        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
            for (long dispatch : house.dispatches()) {
                assertThat(states(dispatch)).isEqualTo(house.expected());
            }
        });
        assertThatTheFeedIsDense();
        assertThatEachIsAnnouncedOnce(house);
    }

    /** Sixty units of four kinds, three dispatches to all of them. */
    private record Neighbours(long first, long dispatch) {

        List<Long> staffed() {
            return units(0, 20);
        }

        List<Long> staffedAgain() {
            return units(20, 30);
        }

        List<Long> empty() {
            return units(30, 45);
        }

        List<Long> abolished() {
            return units(45, 60);
        }

        private List<Long> units(int from, int to) {
            return LongStream.range(first + from, first + to).boxed().toList();
        }

        List<Long> dispatches() {
            return List.of(dispatch, dispatch + 1, dispatch + 2);
        }

        List<String> events() {
            var events = new ArrayList<String>();
            for (long one : dispatches()) events.addAll(Said.addressed(one, units(0, 60), 7));
            for (long unit : units(0, 60)) events.add(Said.village(unit, 1, false));
            for (long unit : abolished()) events.add(Said.village(unit, 2, true));
            events.add(Said.posts(first, 1, staffed().subList(0, 10), true));
            events.add(Said.posts(first + 1, 1, staffed().subList(10, 20), true));
            events.add(Said.posts(first + 2, 1, empty(), false));
            events.add(Said.posts(first + 3, 1, staffedAgain(), true));
            events.add(Said.posts(first + 3, 2, staffedAgain(), false));
            events.add(Said.posts(first + 3, 3, staffedAgain(), true));
            return events;
        }

        Map<Long, String> expected() {
            var states = new TreeMap<Long, String>();
            staffed().forEach(unit -> states.put(unit, "DELIVERED"));
            staffedAgain().forEach(unit -> states.put(unit, "DELIVERED"));
            empty().forEach(unit -> states.put(unit, "PENDING"));
            abolished().forEach(unit -> states.put(unit, "FAILED"));
            return states;
        }
    }

    private Map<Long, String> states(long dispatch) {
        var states = new TreeMap<Long, String>();
        database.query(
                "select unit, state from inbox_item where dispatch = ?",
                row -> {
                    states.put(row.getLong("unit"), row.getString("state"));
                },
                dispatch);
        return states;
    }

    private void assertThatTheFeedIsDense() {
        var feed = database.queryForMap("""
            select count(position) items, max(position) last, (select position from feed) head
              from (select position from inbox_item union all select position from notice) entry\
            """);
        assertThat(feed.get("last")).isEqualTo(feed.get("items")).isEqualTo(feed.get("head"));
    }

    private void assertThatEachIsAnnouncedOnce(Neighbours house) {
        var told = new TreeMap<String, String>();
        var events = database.queryForList(
                "select data from outbox where type = 'notification.delivered.v1' and event_key regexp ?",
                String.class,
                "^delivery:("
                        + String.join(
                                "|",
                                house.dispatches().stream().map(String::valueOf).toList()) + ")#");
        for (String event : events) {
            var data = JSON.readTree(event);
            long dispatch = data.path("dispatch").asLong();
            data.path("delivered").forEach(unit -> assertThat(told.put(dispatch + "/" + unit.asLong(), "DELIVERED"))
                    .isNull());
            data.path("failed").forEach(one -> assertThat(
                            told.put(dispatch + "/" + one.path("unit").asLong(), "FAILED"))
                    .isNull());
        }
        var expected = new TreeMap<String, String>();
        for (long dispatch : house.dispatches()) {
            house.expected().forEach((unit, state) -> {
                if (!state.equals("PENDING")) expected.put(dispatch + "/" + unit, state);
            });
        }
        assertThat(told).isEqualTo(expected);
    }
}
