package cn.dangjian.platform.directory.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class DirectoryTest {

    private static final Scope EVERYTHING = new Scope("0", "~");
    private static final AtomicLong NEXT = new AtomicLong(100_000);

    @Autowired
    Directory directory;

    @Autowired
    Watcher watcher;

    @Autowired
    Broker broker;

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Test
    void hearsTheProducersExampleAsItIsAndOnce() {
        jdbc.sql("delete from unit where id = 11111").update();
        String example = EventExamples.load("organization.unit-changed.v1");
        EventSchemas.validate("organization.unit-changed.v1", example);

        broker.send(example, example);
        broker.send(example);
        awaitAll();

        assertThat(find(11111))
                .hasValue(new Unit(
                        new UnitId(11111),
                        1111L,
                        "980101100201",
                        "示范村",
                        Tier.VILLAGE,
                        "VILLAGE_ORGANIZATION",
                        "RURAL",
                        "000010000b00033000uv008kn",
                        1,
                        LocalDate.of(2026, 3, 2),
                        null,
                        null));
        assertThat(watcher.of(11111)).containsExactly(new Watcher.Seen(null, 1, 1L));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void knowsTheNewestStateOfEveryUnitWhateverTheOrder(long seed) {
        var random = new Random(seed);
        var newest = new HashMap<Long, Long>();
        var events = new ArrayList<String>();
        for (int u = 0; u < 12; u++) {
            long unit = NEXT.incrementAndGet();
            long versions = 1 + random.nextInt(9);
            newest.put(unit, versions);
            for (long version = 1; version <= versions; version++) {
                String event = changed(unit, version, Map.of("name", "state " + version));
                for (int copy = 0; copy <= random.nextInt(3); copy++) events.add(event);
            }
        }
        Collections.shuffle(events, random);

        for (int at = 0; at < events.size(); ) {
            int part = Math.min(events.size() - at, 1 + random.nextInt(15));
            broker.send(events.subList(at, at + part));
            at += part;
        }
        awaitAll();

        newest.forEach((unit, version) -> {
            assertThat(find(unit)).hasValueSatisfying(found -> {
                assertThat(found.version()).isEqualTo(version);
                assertThat(found.name()).isEqualTo("state " + version);
            });
            onlyNewerStatesWereToldInOrder(unit, version);
        });
    }

    private void onlyNewerStatesWereToldInOrder(long unit, long newest) {
        Long before = null;
        for (var seen : watcher.of(unit)) {
            assertThat(seen.versionBefore()).isEqualTo(before);
            assertThat(seen.rowVersion()).isEqualTo(seen.versionAfter());
            if (before != null) assertThat(seen.versionAfter()).isGreaterThan(before);
            before = seen.versionAfter();
        }
        assertThat(before).isEqualTo(newest);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void followsASubtreeThatMovesInWhateverOrder(long seed) {
        var random = new Random(seed);
        String old = "0000x" + segment(random);
        String now = "0000y" + segment(random);
        String township = segment(random);
        var moved = new HashMap<Long, String>();
        for (int v = 0; v < 20; v++) moved.put(NEXT.incrementAndGet(), v == 0 ? "" : segment(random));
        var settle = events(moved, 1, old + township);
        var move = events(moved, 2, now + township);
        broker.send(settle);
        awaitAll();
        assertThat(within(moved, old)).isEqualTo(20);

        var shuffled = new ArrayList<>(move);
        shuffled.addAll(settle);
        shuffled.addAll(move.subList(5, 15));
        Collections.shuffle(shuffled, random);
        broker.send(shuffled);
        awaitAll();

        assertThat(within(moved, old)).isZero();
        assertThat(within(moved, now)).isEqualTo(20);
        moved.keySet().forEach(unit -> onlyNewerStatesWereToldInOrder(unit, 2));
    }

    private static List<String> events(Map<Long, String> segments, long version, String path) {
        var events = new ArrayList<String>();
        segments.forEach((unit, segment) -> events.add(changed(unit, version, Map.of("path", path + segment))));
        return events;
    }

    private long within(Map<Long, String> units, String path) {
        return units.keySet().stream()
                .filter(unit ->
                        directory.find(new UnitId(unit), Scope.subtree(path)).isPresent())
                .count();
    }

    @Test
    void tellsObserversInTheTransactionThatChangesTheDirectory() {
        long bad = NEXT.incrementAndGet();
        long good = NEXT.incrementAndGet();
        watcher.poison.add(bad);

        broker.send(changed(bad, 1, Map.of()), changed(good, 1, Map.of()));
        awaitAll();
        assertThat(find(good)).isPresent();
        assertThat(find(bad)).isEmpty();
        assertThat(watcher.of(bad)).isEmpty();

        broker.send(changed(bad, 2, Map.of("name", "newer")));
        awaitAll();
        watcher.poison.clear();
        redrive(bad);

        assertThat(find(bad)).hasValueSatisfying(unit -> assertThat(unit.name()).isEqualTo("newer"));
        onlyNewerStatesWereToldInOrder(bad, 2);
    }

    private void redrive(long unit) {
        var parked = api.get("/actuator/events")
                .as(tokens.administrator())
                .send()
                .json()
                .path("parked");
        long first = parked.valueStream()
                .filter(row -> row.path("eventKey").asString().equals("unit:" + unit))
                .mapToLong(row -> row.path("id").asLong())
                .min()
                .orElseThrow();
        var answer =
                api.post("/actuator/events/" + first).as(tokens.administrator()).send();
        assertThat(answer.json().path("done").asBoolean()).as(answer.toString()).isTrue();
    }

    @Test
    void tellsHowFarItHasHeard() {
        awaitAll();
        var before = heard();
        long unit = NEXT.incrementAndGet();

        broker.send(changed(unit, 7, Map.of()));
        await().until(() -> find(unit).isPresent());

        assertThat(heard()).containsExactly(before.get(0) + 1, before.get(1) + 7);
    }

    private List<Long> heard() {
        var heard = api.get("/actuator/directory").send().json();
        return List.of(heard.path("units").asLong(), heard.path("versions").asLong());
    }

    @Test
    void namesUnitsById() {
        long parent = NEXT.incrementAndGet();
        long child = NEXT.incrementAndGet();
        broker.send(changed(parent, 1, Map.of("name", "上级")), changed(child, 1, Map.of("parentId", parent)));
        awaitAll();

        var named = directory.named(List.of(parent, child, -1L));

        assertThat(named).hasSize(2);
        assertThat(directory.named(List.of())).isEmpty();
        assertThat(find(parent).orElseThrow().isParentOf(find(child).orElseThrow()))
                .isTrue();
        assertThat(find(child).orElseThrow().isParentOf(find(parent).orElseThrow()))
                .isFalse();
    }

    /** The topic has one order: when a new unit is known, everything sent before it was heard. */
    private void awaitAll() {
        long last = NEXT.incrementAndGet();
        broker.send(changed(last, 1, Map.of()));
        await().atMost(Duration.ofSeconds(30)).until(() -> find(last).isPresent());
    }

    private Optional<Unit> find(long unit) {
        return directory.find(new UnitId(unit), EVERYTHING);
    }

    private static String segment(Random random) {
        return Province.segment(random.nextInt(60_000_000));
    }

    private static String changed(long unit, long version, Map<String, Object> differing) {
        var data = new HashMap<String, Object>();
        data.put("id", unit);
        data.put("parentId", null);
        data.put("code", Province.code(unit));
        data.put("name", Province.name(unit));
        data.put("tier", "TOWNSHIP");
        data.put("kind", "TOWNSHIP_COMMITTEE");
        data.put("domain", "RURAL");
        data.put("path", Province.segment(unit));
        data.put("validFrom", "2022-01-01");
        data.put("validTo", null);
        data.putAll(differing);
        var event = new HashMap<String, Object>();
        event.put("id", java.util.UUID.randomUUID().toString());
        event.put("type", "organization.unit-changed.v1");
        event.put("key", "unit:" + unit);
        event.put("version", version);
        event.put("occurredAt", "2026-01-01T00:00:00Z");
        event.put("subject", null);
        event.put("data", data);
        return JsonMapper.builder().build().writeValueAsString(event);
    }
}
