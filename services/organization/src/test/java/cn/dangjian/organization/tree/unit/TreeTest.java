package cn.dangjian.organization.tree.unit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.tree.application.Divisions;
import cn.dangjian.organization.tree.change.Changes;
import cn.dangjian.organization.tree.period.Midnight;
import cn.dangjian.organization.tree.period.Tree;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must be true of the tree after any sequence of changes. */
@ServiceTest
class TreeTest {

    /** -Dtree.changes=300 and more to look for longer. */
    private static final int CHANGES = Integer.getInteger("tree.changes", 150);

    private static final String ORGANISATIONS =
            "select id from unit where code like '63%' and tier = 'BRANCH' and valid_to is null order by id";
    private static final String COMMITTEES =
            "select id from unit where code like '63%' and kind = 'WORKING_COMMITTEE' and valid_to is null order by id";

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Broker broker;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Tree tree;

    Divisions divisions;
    Changes changes;
    TreeOracle oracle;

    @BeforeEach
    void tree() {
        settle("62");
    }

    private void settle(String province) {
        divisions = new Divisions(province, api, tokens, jdbc);
        divisions.settle();
        changes = new Changes(api, tokens, divisions);
        oracle = new TreeOracle(jdbc);
    }

    @Test
    void aMoveTakesEverythingBelowAlong() {
        long county = divisions.unit("0101");
        long city = divisions.unit("01");
        long otherCity = divisions.unit("02");
        String village = tokens.at(divisions.unit("0101100201"));
        String path = "/v1/units/" + divisions.unit("0101100202");
        assertThat(api.get(path).as(tokens.at(city)).send().status()).isEqualTo(200);
        assertThat(api.get(path).as(tokens.at(otherCity)).send().status()).isEqualTo(404);

        assertThat(move(county, otherCity).status()).isEqualTo(200);

        assertThat(api.get(path).as(tokens.at(city)).send().status()).isEqualTo(404);
        assertThat(api.get(path).as(tokens.at(otherCity)).send().status()).isEqualTo(200);
        assertThat(api.get("/v1/units").as(village).send().json().path("items")).hasSize(1);
        oracle.assertTreeIsWhole();
        assertThat(move(county, city).status()).isEqualTo(200);
        oracle.assertTreeIsWhole();
    }

    /** Splits, merges, moves, renamings, upgrades and ends, of yesterday, today and tomorrow, in any order. */
    @Test
    void anySequenceOfChangesLeavesATreeThatRemembers() {
        settle("63");
        divisions.importedOn(Changes.TODAY.minusDays(10));
        var random = new Random(20_261_120);
        int made = 0;
        int supervised = 0;
        for (int i = 0; i < CHANGES; i++) {
            if (i % 20 == 0) aCommittee(i);
            var units = jdbc.sql("select id from unit where code like '63%' order by tier, id")
                    .query(Long.class)
                    .list();
            long unit = units.get(random.nextInt(units.size()));
            // neighbours in this order are often of one tier
            int near = Math.min(units.indexOf(unit) + 1 + random.nextInt(3), units.size() - 1);
            long other = random.nextBoolean() ? units.get(near) : units.get(random.nextInt(units.size()));
            var answer = changes.make(
                    switch (random.nextInt(9)) {
                        case 0 -> Changes.rename(unit, "虚构" + i + "村");
                        case 1 -> Changes.abolish(unit);
                        case 2 -> Changes.establish(unit, code(unit) + "-" + i, "虚构", "BRANCH");
                        case 3 -> Changes.merge(List.of(unit), other);
                        case 4 -> Changes.split(unit, true, List.of(part(unit, i)));
                        case 5, 6 -> Changes.supervise(any(ORGANISATIONS, random), any(COMMITTEES, random));
                        case 7 -> Changes.release(any(ORGANISATIONS, random), any(COMMITTEES, random));
                        default -> Changes.move(unit, other);
                    },
                    Changes.TODAY.plusDays(random.nextInt(5) - 2));
            assertThat(answer.status()).as(answer.toString()).isIn(200, 404, 409, 412, 422);
            if (answer.status() != 200) continue;
            made++;
            if (answer.json().path("kind").asString().equals("SUPERVISED")) supervised++;
        }

        assertThat(made).isGreaterThan(CHANGES / 5);
        assertThat(supervised).isGreaterThan(CHANGES / 30);
        oracle.assertTreeIsWhole();
        oracle.assertLinesAreWhole(Changes.TODAY);
        assertListed();
        var midnight = new Midnight(tree, jdbc);
        midnight.strike(Changes.TODAY.plusDays(2));
        oracle.assertTreeIsWhole();
        oracle.assertLinesAreWhole(Changes.TODAY);
        assertListed();
        new TreeEvents(broker, jdbc).assertAnnounced("63%");
        midnight.backToToday();
    }

    /** Whoever asks for whatever day is shown, page by page, what may be seen of it, in that day's order. */
    private void assertListed() {
        var callers = jdbc.sql("select id from unit where code like '63%' and valid_to is null and tier <> 'BRANCH'")
                .query(Long.class)
                .list();
        for (long caller : callers) {
            for (int day = -4; day <= 4; day++) {
                var on = Changes.TODAY.plusDays(day);
                assertThat(listed(caller, "/v1/units?asOf=" + on)).isEqualTo(oracle.listed(caller, on, "path", ""));
                assertThat(listed(caller, "/v1/units?tier=BRANCH&asOf=" + on))
                        .isEqualTo(oracle.listed(caller, on, "path", "BRANCH"));
            }
        }
        for (long caller : jdbc.sql(COMMITTEES).query(Long.class).list())
            for (int day = -4; day <= 4; day++) {
                var on = Changes.TODAY.plusDays(day);
                assertThat(listed(caller, "/v1/units?by=LINE&asOf=" + on))
                        .isEqualTo(oracle.listed(caller, on, "line_path", ""));
            }
    }

    private List<Long> listed(long caller, String path) {
        var units = new ArrayList<Long>();
        String cursor = "";
        do {
            var answer =
                    api.get(path + "&limit=40" + cursor).as(tokens.at(caller)).send();
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            answer.json()
                    .path("items")
                    .forEach(item -> units.add(item.path("id").asLong()));
            var next = answer.json().path("next");
            cursor = next.isNull() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());
        return units;
    }

    /** Below any unit of the first tiers, for a while. */
    private void aCommittee(int number) {
        var parent = jdbc.sql(
                        "select id from unit where code like '63%' and tier in ('CITY', 'COUNTY') and valid_to is null"
                                + " order by rand(:seed) limit 1")
                .param("seed", number)
                .query(Long.class)
                .single();
        changes.make(
                Changes.establish(parent, code(parent) + "-L" + number, "虚构" + number, "WORKING_COMMITTEE"),
                Changes.TODAY.minusDays(2));
    }

    /** One of the units that a query finds; none that exists if it finds none. */
    private long any(String units, Random random) {
        var found = jdbc.sql(units).query(Long.class).list();
        return found.isEmpty() ? 0 : found.get(random.nextInt(found.size()));
    }

    private String code(long unit) {
        return jdbc.sql("select code from unit where id = :id")
                .param("id", unit)
                .query(String.class)
                .single();
    }

    private Map<String, Object> part(long unit, int number) {
        String parent = jdbc.sql(
                        "select coalesce(p.code, 'x') from unit u left join unit p on p.id = u.parent_id where u.id ="
                                + " :id")
                .param("id", unit)
                .query(String.class)
                .single();
        return Map.of("unit", Changes.newUnit(parent + "-" + number, "虚构", "BRANCH"), "children", List.of());
    }

    @Test
    void movesAtTheSameTimeMakeNoCircle() throws Exception {
        long left = divisions.unit("0201");
        long right = divisions.unit("0121");
        try (var threads = Executors.newFixedThreadPool(4)) {
            var answers = threads.invokeAll(IntStream.range(0, 12)
                    .<java.util.concurrent.Callable<Api.Answer>>mapToObj(
                            i -> () -> move(i % 2 == 0 ? left : right, divisions.unit(i % 3 == 0 ? "01" : "02")))
                    .toList());
            for (var answer : answers) assertThat(answer.get().status()).isIn(200, 409, 412);
        }

        oracle.assertTreeIsWhole();
    }

    @Test
    void announcesEveryUnitAsItIs() {
        move(divisions.unit("0201100"), divisions.unit("0101"));

        new TreeEvents(broker, jdbc).assertAnnounced("62%");
    }

    @Test
    void aPastThatWasNeverToldIsToldAtTheNextStart() {
        settle("76");
        divisions.importedOn(Changes.TODAY.minusDays(9));
        long village = divisions.unit("0101100203");
        long neighbour = divisions.unit("0101100202");
        assertThat(changes.make(Changes.move(village, divisions.unit("0101001")), Changes.TODAY.minusDays(3))
                        .status())
                .isEqualTo(200);
        long told = version(village);
        long other = version(neighbour);

        jdbc.sql("update tree_day set day = '2000-01-01'").update();
        tree.begin(Changes.TODAY);

        assertThat(version(village)).isEqualTo(told + 1);
        assertThat(version(neighbour)).as("always where it is").isEqualTo(other);
        new TreeEvents(broker, jdbc).assertAnnounced("76%");
    }

    private long version(long unit) {
        return jdbc.sql("select version from unit where id = ?")
                .param(unit)
                .query(Long.class)
                .single();
    }

    @Test
    void theExampleFitsTheSchema() {
        EventSchemas.validate(TreeEvents.TYPE, EventExamples.load("organization", "unit-changed.v1"));
        assertThat(EventSchemas.violations(
                        TreeEvents.TYPE,
                        EventExamples.load("organization", "unit-changed.v1").replace("\"RURAL\"", "\"LUNAR\"")))
                .isNotEmpty();
    }

    private Api.Answer move(long unit, long parent) {
        return changes.make(Changes.move(unit, parent), Changes.TODAY);
    }
}
