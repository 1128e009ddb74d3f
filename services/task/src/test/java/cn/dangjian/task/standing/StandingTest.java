package cn.dangjian.task.standing;

import static cn.dangjian.task.Ladder.DUE;
import static cn.dangjian.task.Ladder.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.task.Ladder;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What units have said once and for all is done at once, once, and whatever dies meanwhile. */
@ServiceTest
class StandingTest {

    @Autowired
    private Api api;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Broker broker;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PassWave wave;

    @Autowired
    private PlatformTransactionManager transactions;

    private Ladder ladder;

    @BeforeEach
    void aLadder() {
        ladder = new Ladder(api, tokens, jdbc);
    }

    private long standing(long unit, Long from, int daysEarly) {
        return id(set(unit, from, daysEarly, "层层落实"));
    }

    private Api.Answer set(long unit, Long from, int daysEarly, String reason) {
        var body = new HashMap<String, Object>(Map.of("text", "常设：" + unit, "daysEarly", daysEarly, "reason", reason));
        if (from != null) body.put("from", from);
        return ladder.post("/v1/standing-instructions", unit, body);
    }

    private void awaitNothingWaits() {
        await().untilAsserted(() -> assertThat(ladder.count("to_pass_on")).isZero());
    }

    @Test
    void carriesATaskFromTheProvinceToTheVillages() {
        for (long unit : List.of(ladder.city, ladder.county, ladder.township)) standing(unit, null, 2);
        long root = ladder.relay(ladder.province);
        awaitNothingWaits();

        long last = jdbc.sql("select id from dispatch where root_id = ? and depth = 3")
                .param(root)
                .query(Long.class)
                .single();
        var village = ladder.assignment(last, ladder.village);
        var steps = ladder.json("/v1/assignments/" + village + "/lineage", ladder.village)
                .path("steps")
                .valueStream()
                .toList();
        assertThat(steps)
                .extracting(step -> step.path("issuer").asLong())
                .containsExactly(ladder.province, ladder.city, ladder.county, ladder.township);
        assertThat(steps)
                .extracting(step -> step.path("standing").asBoolean())
                .containsExactly(false, true, true, true);
        assertThat(steps.get(3).path("text").asString()).isEqualTo("常设：" + ladder.township);
        assertThat(steps.get(3).path("earlyReason").asString()).isEqualTo("层层落实");
        assertThat(Instant.parse(steps.get(3).path("deadline").asString())).isEqualTo(DUE.minus(6, ChronoUnit.DAYS));
        assertThat(steps.get(2).path("state").asString()).isEqualTo("BROKEN_DOWN");
        assertThat(steps.get(2).path("signedAt").isNull()).isFalse();
        // the second township has none: it has what it was given, and is seen to have forwarded nothing
        long third = steps.get(2).path("dispatch").asLong();
        assertThat(ladder.branch(third, ladder.secondTownship, ladder.county)
                        .path("expected")
                        .asBoolean())
                .isTrue();
        await().untilAsserted(() -> {
            var heard = broker.heardOf("task.addressed.v1").stream()
                    .filter(event -> event.at("/data/dispatch").asLong() == last)
                    .toList();
            assertThat(heard).hasSize(1);
            EventSchemas.validate("task.addressed.v1", heard.getFirst().toString());
            assertThat(heard.getFirst().at("/data/assignments").valueStream())
                    .extracting(to -> to.path("unit").asLong())
                    .containsExactlyInAnyOrder(ladder.village, ladder.secondVillage);
            var dispatched = broker.heardOf("task.dispatched.v1").stream()
                    .filter(event -> event.at("/data/root").asLong() == root)
                    .toList();
            assertThat(dispatched).hasSize(4);
            dispatched.forEach(event -> EventSchemas.validate("task.dispatched.v1", event.toString()));
            assertThat(broker.heardOf("task.assignment-changed.v1"))
                    .filteredOn(event -> event.at("/data/dispatch").asLong() == third)
                    .extracting(event -> event.at("/data/state").asString())
                    .containsExactly("BROKEN_DOWN");
        });
    }

    @Test
    void isRefusedForWhoIsNotAboveAndWithoutAReason() {
        long fromCity = standing(ladder.county, ladder.city, 0);
        assertThat(set(ladder.county, ladder.city, 0, "再设").problem()).isEqualTo("standing.already-set");
        assertThat(set(ladder.county, ladder.otherCity, 0, "旁系").problem()).isEqualTo("standing.not-above");
        assertThat(set(ladder.county, ladder.township, 0, "下级").problem()).isEqualTo("standing.not-above");
        assertThat(ladder.post("/v1/standing-instructions", ladder.county, Map.of("text", "x", "daysEarly", 1))
                        .problem())
                .isEqualTo("standing.reason-missing");
        assertThat(ladder.post("/v1/standing-instructions", ladder.county, Map.of("text", "x", "daysEarly", 61))
                        .problem())
                .isEqualTo("body.invalid");
        assertThat(ladder.json("/v1/standing-instructions", ladder.county)
                        .at("/items/0/id")
                        .asLong())
                .isEqualTo(fromCity);
    }

    @Test
    void whatAnotherUnitSendsIsLeftAlone() {
        long fromCity = standing(ladder.county, ladder.city, 0);
        long direct = id(ladder.post(
                "/v1/dispatches",
                ladder.province,
                Map.of(
                        "title",
                        "直派",
                        "text",
                        "t",
                        "goal",
                        "g",
                        "deadline",
                        DUE.toString(),
                        "target",
                        Map.of("units", List.of(ladder.county)))));
        long relayed = ladder.relay(ladder.city);
        awaitNothingWaits();

        assertThat(ladder.state(ladder.assignment(direct, ladder.county))).isEqualTo("ADDRESSED");
        assertThat(ladder.state(ladder.assignment(relayed, ladder.county))).isEqualTo("BROKEN_DOWN");
        String door = "/v1/standing-instructions/" + fromCity + "/end";
        assertThat(ladder.post(door, ladder.city, Map.of()).status()).isEqualTo(404);
        assertThat(ladder.post(door, ladder.county, Map.of())
                        .json()
                        .path("active")
                        .asBoolean(true))
                .isFalse();
        assertThat(ladder.post(door, ladder.county, Map.of()).problem()).isEqualTo("standing.ended");
        long after = ladder.relay(ladder.city);
        assertThat(ladder.count(
                        "to_pass_on q join assignment a on a.id = q.assignment_id where a.dispatch_id = " + after))
                .isZero();
        assertThat(ladder.json("/v1/standing-instructions", ladder.city).path("items"))
                .hasSize(1);
        assertThat(ladder.json("/v1/standing-instructions", ladder.otherCounty).path("items"))
                .isEmpty();
    }

    /** A row that came twice, by whatever accident, changes nothing. */
    @Test
    void whatWasForwardedIsNotForwardedAgain() {
        long standing = standing(ladder.county, null, 0);
        long relayed = ladder.relay(ladder.city);
        awaitNothingWaits();
        long assignment = ladder.assignment(relayed, ladder.county);

        jdbc.sql("insert into to_pass_on (assignment_id, standing_id) values (?, ?)")
                .params(assignment, standing)
                .update();
        awaitNothingWaits();

        assertThat(ladder.count("dispatch where parent_assignment_id = " + assignment))
                .isEqualTo(1);
    }

    /** Processes die in the middle of waves, others go on: no assignment is lost, none is there twice, no state is skipped. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void wavesThatDieAreDoneOnce(long seed) throws Exception {
        var random = new Random(seed);
        var units = new ArrayList<>(List.of(ladder.city, ladder.otherCity, ladder.county, ladder.otherCounty));
        units.addAll(List.of(ladder.township, ladder.secondTownship));
        units.removeIf(unit -> random.nextInt(4) == 0);
        for (long unit : units) standing(unit, null, random.nextInt(3));

        var roots = new ArrayList<Long>();
        try (var threads = Executors.newFixedThreadPool(3)) {
            var dying = threads.submit((Callable<Integer>) () -> {
                int killed = 0;
                for (int i = 0; i < 40; i++) {
                    Boolean took = new TransactionTemplate(transactions).execute(status -> {
                        status.setRollbackOnly();
                        return passed();
                    });
                    if (Boolean.TRUE.equals(took)) killed++;
                }
                return killed;
            });
            var replica = threads.submit((Callable<Boolean>) () -> {
                boolean any = false;
                for (int i = 0; i < 40; i++) any |= passed();
                return any;
            });
            for (int i = 0; i < 6; i++) roots.add(relayed(random.nextBoolean() ? ladder.province : ladder.city));
            assertThat(dying.get()).isNotNegative();
            replica.get();
        }
        awaitNothingWaits();

        for (long root : roots) assertThatItIsWhole(root, units);
    }

    /** A wave that loses a race is rolled back as one that dies. */
    private boolean passed() {
        try {
            return wave.pass();
        } catch (PessimisticLockingFailureException e) {
            return false;
        }
    }

    /** Who loses a race against a wave tries again, as an app does. */
    private long relayed(long issuer) {
        var answer = ladder.order(issuer, Ladder.relayed());
        for (int i = 0; i < 20 && answer.status() == 409; i++) answer = ladder.order(issuer, Ladder.relayed());
        return id(answer);
    }

    private void assertThatItIsWhole(long root, List<Long> units) {
        var rows = jdbc.sql("""
            select a.id, a.unit_id, a.state, count(f.id) forwardings, coalesce(sum(f.addressed), 0) addressed,
                   (select count(*) from unit c where c.parent_id = a.unit_id) below,
                   (select count(*) from assignment b join dispatch g on g.id = b.dispatch_id
                     where g.parent_assignment_id = a.id) given
              from assignment a
              join dispatch d on d.id = a.dispatch_id
              left join dispatch f on f.parent_assignment_id = a.id
             where d.root_id = ? group by a.id, a.unit_id, a.state\
            """).param(root).query().listOfRows();
        assertThat(rows).isNotEmpty();
        for (var row : rows) {
            long below = ((Number) row.get("below")).longValue();
            boolean forwards = units.contains(((Number) row.get("unit_id")).longValue()) && below > 0;
            assertThat(((Number) row.get("forwardings")).longValue())
                    .as(row.toString())
                    .isEqualTo(forwards ? 1 : 0);
            assertThat(((Number) row.get("given")).longValue())
                    .as(row.toString())
                    .isEqualTo(forwards ? below : 0);
            assertThat(((Number) row.get("addressed")).longValue()).isEqualTo(forwards ? below : 0);
            assertThat(row.get("state")).as(row.toString()).isEqualTo(forwards ? "BROKEN_DOWN" : "ADDRESSED");
        }
        long told = ladder.count("outbox where type = 'task.dispatched.v1' and json_extract(data, '$.root') = " + root);
        assertThat(told).isEqualTo(ladder.count("dispatch where root_id = " + root));
    }
}
