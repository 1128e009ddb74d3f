package cn.dangjian.organization.unit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.application.Divisions;
import cn.dangjian.organization.change.Changes;
import cn.dangjian.organization.tree.Midnight;
import cn.dangjian.organization.tree.Paths;
import cn.dangjian.organization.tree.Tree;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What must be true of the tree after any sequence of changes. */
@ServiceTest
class TreeTest {

    private static final String TYPE = "organization.unit-changed.v1";

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

    @BeforeEach
    void tree() {
        settle("62");
    }

    private void settle(String province) {
        divisions = new Divisions(province, api, tokens, jdbc);
        divisions.settle();
        changes = new Changes(api, tokens, divisions);
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
        assertTreeIsWhole();
        assertThat(move(county, city).status()).isEqualTo(200);
        assertTreeIsWhole();
    }

    /** Splits, merges, moves, renamings, upgrades and ends, of yesterday, today and tomorrow, in any order. */
    @Test
    void anySequenceOfChangesLeavesATreeThatRemembers() {
        settle("63");
        for (var table : List.of("unit_period", "unit_place"))
            jdbc.sql("update " + table
                            + " set valid_from = :day where unit_id in (select id from unit where code like '63%')")
                    .param("day", Changes.TODAY.minusDays(10))
                    .update();
        var random = new Random(20_261_120);
        int made = 0;
        for (int i = 0; i < 250; i++) {
            var units = jdbc.sql("select id from unit where code like '63%' order by tier, id")
                    .query(Long.class)
                    .list();
            long unit = units.get(random.nextInt(units.size()));
            // neighbours in this order are often of one tier
            int near = Math.min(units.indexOf(unit) + 1 + random.nextInt(3), units.size() - 1);
            long other = random.nextBoolean() ? units.get(near) : units.get(random.nextInt(units.size()));
            var answer = changes.make(
                    switch (random.nextInt(6)) {
                        case 0 -> Changes.rename(unit, "虚构" + i + "村");
                        case 1 -> Changes.abolish(unit);
                        case 2 -> Changes.establish(unit, code(unit) + "-" + i, "虚构", "BRANCH");
                        case 3 -> Changes.merge(List.of(unit), other);
                        case 4 -> Changes.split(unit, true, List.of(part(unit, i)));
                        default -> Changes.move(unit, other);
                    },
                    Changes.TODAY.plusDays(random.nextInt(5) - 2));
            assertThat(answer.status()).as(answer.toString()).isIn(200, 409, 412, 422);
            if (answer.status() == 200) made++;
        }

        assertThat(made).isGreaterThan(60);
        assertTreeIsWhole();
        var midnight = new Midnight(tree, jdbc);
        midnight.strike(Changes.TODAY.plusDays(2));
        assertTreeIsWhole();
        midnight.backToToday();
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

        assertTreeIsWhole();
    }

    @Test
    void announcesEveryUnitAsItIs() {
        move(divisions.unit("0201100"), divisions.unit("0101"));
        var last = new HashMap<Long, JsonNode>();
        var expected = states();

        Awaitility.await().untilAsserted(() -> {
            broker.heardOf(TYPE)
                    .forEach(event -> last.merge(
                            event.path("data").path("id").asLong(),
                            event,
                            (a, b) -> a.path("version").asLong()
                                            > b.path("version").asLong()
                                    ? a
                                    : b));
            assertThat(last.keySet()).containsAll(expected.keySet());
            assertThat(last)
                    .allSatisfy((id, event) -> assertThat(event.path("version").asLong())
                            .isGreaterThanOrEqualTo(expected.getOrDefault(id, 0L)));
        });
        assertThat(last.values()).allSatisfy(event -> EventSchemas.validate(TYPE, event.toString()));
        last.keySet().retainAll(expected.keySet());
        last.forEach((id, event) -> {
            var data = event.path("data");
            var row = jdbc.sql("select * from unit where id = :id")
                    .param("id", id)
                    .query()
                    .singleRow();
            assertThat(data.path("path").asString()).isEqualTo(row.get("path"));
            assertThat(data.path("name").asString()).isEqualTo(row.get("name"));
            assertThat(data.path("validTo").isNull()).isEqualTo(row.get("valid_to") == null);
            assertThat(event.path("version").asLong()).isEqualTo(row.get("version"));
        });
    }

    @Test
    void theExampleFitsTheSchema() {
        EventSchemas.validate(TYPE, EventExamples.load("organization", "unit-changed.v1"));
        assertThat(EventSchemas.violations(
                        TYPE,
                        EventExamples.load("organization", "unit-changed.v1").replace("\"RURAL\"", "\"LUNAR\"")))
                .isNotEmpty();
    }

    private static boolean isOurs(JsonNode event) {
        return event.path("data").path("code").asString().startsWith("62");
    }

    private Map<Long, Long> states() {
        var versions = new HashMap<Long, Long>();
        jdbc.sql("select id, version from unit where code like '62%'").query(row -> {
            versions.put(row.getLong(1), row.getLong(2));
        });
        return versions;
    }

    private Api.Answer move(long unit, long parent) {
        return changes.make(Changes.move(unit, parent), Changes.TODAY);
    }

    private void assertTreeIsWhole() {
        var paths = new HashMap<Long, String>();
        jdbc.sql("select id, path from unit").query(row -> {
            paths.put(row.getLong(1), row.getString(2));
        });
        jdbc.sql("select id, parent_id, path from unit").query(row -> {
            Long parent = row.getObject(2, Long.class);
            String above = parent == null ? "" : paths.get(parent);
            assertThat(row.getString(3)).isEqualTo(Paths.below(String.valueOf(above), row.getLong(1)));
        });
        assertThat(count("select count(*) from unit where parent_id is null and tier <> 'PROVINCE'"))
                .isZero();
        assertThat(count("""
            select count(*) from unit u
              left join tree_day d on d.id = 1
              left join unit_period v on v.unit_id = u.id and v.valid_from <= d.day and v.valid_to > d.day
              left join unit_place l on l.unit_id = u.id and l.valid_from <= d.day and l.valid_to > d.day
             where (v.unit_id is null or l.unit_id is null or l.path <> u.path or not (v.parent_id <=> u.parent_id)
                 or cast(v.name as binary) <> cast(u.name as binary) or v.ended <> (u.valid_to is not null))
               and (u.code like '62%' or u.code like '63%')\
            """)).as("the tree of the day is what its periods say").isZero();
        for (var table : List.of("unit_period", "unit_place")) {
            assertThat(count(
                            "select count(*) from %1$s v where v.valid_to <> '9999-12-31' and not exists (select 1 from %1$s n where n.unit_id = v.unit_id and n.valid_from = v.valid_to)"
                                    .formatted(table)))
                    .as("each day after the first belongs to one row")
                    .isZero();
            assertThat(count("select count(*) from %s where valid_from >= valid_to".formatted(table)))
                    .isZero();
            assertThat(count(
                            "select count(*) from %1$s a join %1$s b on b.unit_id = a.unit_id and b.valid_from > a.valid_from and b.valid_from < a.valid_to"
                                    .formatted(table)))
                    .as("and to no second one")
                    .isZero();
        }
        assertThat(count("""
            select count(*) from unit_place l join unit_period v on v.unit_id = l.unit_id
                                 and v.valid_from < l.valid_to and v.valid_to > l.valid_from
              left join unit_place p on p.unit_id = v.parent_id and p.valid_from < least(l.valid_to, v.valid_to)
                                    and p.valid_to > greatest(l.valid_from, v.valid_from)
             where l.path <> concat(coalesce(p.path, ''),
                                    convert(lower(lpad(conv(l.unit_id, 10, 36), 5, '0')) using ascii))\
            """))
                .as("a place is the parent's place and the unit, on every day")
                .isZero();
        assertThat(count("""
            select count(*) from unit_period c join unit_period p on p.unit_id = c.parent_id
                             and p.valid_from < c.valid_to and p.valid_to > c.valid_from
             where c.ended = false and p.ended = true\
            """))
                .as("nothing exists below what does not, on any day")
                .isZero();
        assertThat(count("""
            select count(*) from (select v.code from unit_period v join unit_period w on w.code = v.code
                                     and w.unit_id > v.unit_id and w.valid_from < v.valid_to and w.valid_to > v.valid_from
                                   where v.ended = false and w.ended = false) t\
            """)).as("a code has one unit on each day").isZero();
        assertThat(count("""
            select count(*) from (
              select a.id, b.tier, count(*) n from unit a join unit b on b.path > a.path
                 and b.path <= concat(a.path, '~') and b.valid_to is null group by a.id, b.tier) t
              left join unit_count c on c.unit_id = t.id and c.tier = t.tier where not (c.units <=> t.n)\
            """)).as("counts are what is counted").isZero();
        assertThat(count("""
            select count(*) from unit_lineage l
             where not exists (select 1 from unit_period v where v.unit_id = l.successor_id and v.valid_from <= l.day
                                  and v.valid_to > l.day)
                or not exists (select 1 from unit_period v where v.unit_id = l.predecessor_id and v.valid_from < l.day)\
            """)).as("lineage has no gaps").isZero();
        assertThat(count("""
            select count(*) from unit c join unit p on p.id = c.parent_id
             where c.valid_to is null and p.valid_to is not null\
            """)).as("nothing is below what does not exist").isZero();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
