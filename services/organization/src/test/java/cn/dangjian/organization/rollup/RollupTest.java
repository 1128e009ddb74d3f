package cn.dangjian.organization.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.organization.advice.Counted;
import cn.dangjian.organization.application.Divisions;
import cn.dangjian.organization.change.Changes;
import cn.dangjian.organization.register.Desk;
import cn.dangjian.organization.tree.Midnight;
import cn.dangjian.organization.tree.Tree;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Sums are those of the facts, before and after they are counted again; in a schema of its own, which is looked at whole. */
@ServiceTest
@TestPropertySource(properties = "spring.application.admin.jmx-name=rollup")
class RollupTest {

    private static final List<String> TYPES = List.of("SCHOOL", "HOSPITAL", "PRIVATE_ENTERPRISE");

    private static final Deque<String> PROVINCES = new ArrayDeque<>(List.of("52", "53", "50"));

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Broker broker;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Rollups rollups;

    @Autowired
    SettleRollups settler;

    @Autowired
    List<Counter> counters;

    @Autowired
    Tree tree;

    Divisions divisions;
    Changes changes;
    Desk desk;
    Random random;
    long version;

    @BeforeEach
    void tree() {
        divisions = new Divisions(PROVINCES.pop(), api, tokens, jdbc);
        divisions.settle();
        changes = new Changes(api, tokens, divisions);
        desk = new Desk(api, tokens);
        for (var table : List.of("unit_period", "unit_place"))
            jdbc.sql("update " + table + " set valid_from = :day where valid_from = :today")
                    .param("day", Changes.TODAY.minusDays(10))
                    .param("today", Changes.TODAY)
                    .update();
    }

    @Test
    void sumsAreThoseOfTheFactsAtEveryStep() {
        random = new Random(20_261_121);
        int made = 0;
        for (int i = 0; i < 180; i++) {
            if (change()) made++;
            if (random.nextInt(8) == 0) settler.settleAll();
            if (i % 6 == 0) assertSums();
        }
        assertThat(made).isGreaterThan(70);

        settler.settleAll();
        assertSums();
        assertKeptRowsAreTheFacts();
        var midnight = new Midnight(tree, jdbc);
        midnight.strike(Changes.TODAY.plusDays(2));
        assertSums();
        settler.settleAll();
        assertKeptRowsAreTheFacts();
    }

    @Test
    void aBranchThatMovesAwayTakesItsMembersAlong() {
        long village = one("0101001001");
        long other = one("0201100201");
        long branch = established(village);
        members(branch, 45);
        members(established(village), 10);
        settler.settleAll();
        assertThat(sum(village, "advice.GENERAL_BRANCH")).isEqualTo(1);

        assertThat(changes.make(Changes.move(branch, other), Changes.TODAY).status())
                .isEqualTo(200);

        for (int round = 0; round < 2; round++) {
            assertThat(sum(village, "advice.GENERAL_BRANCH")).isZero();
            assertThat(sum(village, "advice.BRANCH_COMMITTEE")).isEqualTo(1);
            assertThat(sum(other, "advice.BRANCH_COMMITTEE")).isEqualTo(1);
            settler.settleAll();
        }
        assertKeptRowsAreTheFacts();
    }

    @Test
    void aBranchThatEndsCoversNothing() {
        long village = one("0101001001");
        long branch = established(village);
        desk.cover(one(""), desk.enter(one(""), village, "SCHOOL", 3), branch, "SINGLE", Changes.TODAY);
        assertThat(linked(opened(village), branch).status()).isEqualTo(200);
        settler.settleAll();
        assertThat(sum(village, "coverage.COVERED.SCHOOL")).isEqualTo(1);
        assertThat(sum(village, "grid.linked.GRID")).isEqualTo(1);

        var ended = changes.make(Changes.abolish(branch), Changes.TODAY.minusDays(1));
        assertThat(ended.status()).as(ended.toString()).isEqualTo(200);

        for (int round = 0; round < 2; round++) {
            assertThat(sum(village, "coverage.COVERED.SCHOOL")).isZero();
            assertThat(sum(village, "grid.linked.GRID")).isZero();
            settler.settleAll();
        }
        assertKeptRowsAreTheFacts();
    }

    private Map<String, Object> establish(long parent, String kind) {
        String code = jdbc.sql("select code from unit where id = :id")
                .param("id", parent)
                .query(String.class)
                .single();
        return Changes.establish(parent, code + "-" + ++version, "虚构", kind);
    }

    private long established(long village) {
        var made = changes.make(establish(village, "BRANCH"), Changes.TODAY.minusDays(1));
        assertThat(made.status()).as(made.toString()).isEqualTo(200);
        return jdbc.sql("select max(id) from unit").query(Long.class).single();
    }

    private long opened(long community) {
        var answer = api.post("/v1/grid-places", on(Map.of("communityId", community, "kind", "GRID", "name", "虚构网格")))
                .as(tokens.at(one("")))
                .key()
                .send();
        return answer.json().path("id").asLong();
    }

    private Api.Answer linked(long grid, long branch) {
        return api.post("/v1/grid-places/" + grid + "/link", on(Map.of("partyUnitId", branch)))
                .as(tokens.at(one("")))
                .key()
                .send();
    }

    private int sum(long unit, String figure) {
        var found = jdbc.sql("select * from unit where id = :id")
                .param("id", unit)
                .query(Unit.class)
                .single();
        String prefix = figure.substring(0, figure.indexOf('.') + 1);
        return rollups.sums(found, prefix).total().getOrDefault(figure, 0);
    }

    private boolean change() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> changeTree();
            case 3, 4 -> is(2, desk.send(one(""), "", Desk.facts(place(), type(), random.nextInt(6))));
            case 5 -> is(2, desk.send(one(""), "/" + registered() + "/transfer", on(Map.of("placeId", place()))));
            case 6 -> is(2, link(random.nextInt(4) == 0 ? "RETIREE" : "COVER"));
            case 7 -> random.nextInt(3) == 0 ? is(2, desk.close(one(""), registered(), Changes.TODAY)) : rule();
            case 8 -> grid();
            default -> count();
        };
    }

    private boolean changeTree() {
        long unit = unit("%");
        var answer = changes.make(
                switch (random.nextInt(9)) {
                    case 0 -> Changes.abolish(unit("BRANCH"));
                    case 1 -> Changes.merge(List.of(unit("VILLAGE")), unit("VILLAGE"));
                    case 2 -> establish(unit("VILLAGE"), "GENERAL_BRANCH");
                    case 3 -> establish(unit("BRANCH"), "BRANCH");
                    case 4 -> establish(unit("VILLAGE"), "BRANCH");
                    case 5, 6, 7 -> Changes.move(unit("BRANCH"), unit("VILLAGE"));
                    default -> Changes.move(unit, unit("%"));
                },
                Changes.TODAY.plusDays(random.nextInt(5) - 2));
        return is(2, answer);
    }

    private boolean rule() {
        var body = new HashMap<String, Object>(Map.of(
                "since",
                Changes.TODAY.toString(),
                "value",
                new BigDecimal(random.nextInt(2, 9)),
                "document",
                "虚组〔2026〕3号"));
        return is(
                2,
                api.post("/v1/rules/formation.branch.committee.members.min/settings", body)
                        .as(tokens.at(unit("PROVINCE")))
                        .key()
                        .send());
    }

    private Api.Answer link(String role) {
        var party = random.nextInt(4) == 0 ? null : unit(random.nextBoolean() ? "BRANCH" : "VILLAGE");
        var founding = role.equals("COVER") && party != null ? random.nextBoolean() ? "JOINT" : "SINGLE" : null;
        return desk.link(one(""), registered(), role, party, founding, Changes.TODAY);
    }

    private boolean grid() {
        var grids = jdbc.sql("select id from grid_place where valid_to = '9999-12-31'")
                .query(Long.class)
                .list();
        String path = "";
        Map<String, Object> body = Map.of("communityId", unit("VILLAGE"), "kind", "GRID", "name", "虚构网格");
        if (!grids.isEmpty() && random.nextInt(3) > 0) {
            long grid = grids.get(random.nextInt(grids.size()));
            path = "/" + grid + (random.nextInt(4) == 0 ? "/closure" : "/link");
            body = Map.of("partyUnitId", branchOfGrid(grid));
        }
        return is(
                2,
                api.post("/v1/grid-places" + path, on(body))
                        .as(tokens.at(one("")))
                        .key()
                        .send());
    }

    private long branchOfGrid(long grid) {
        return jdbc.sql("""
            select coalesce(max(b.id), 1) from grid_place g join unit u on u.id = g.community_id
              join unit b on b.path > u.path and b.path < concat(u.path, '~') and b.valid_to is null where g.id = :grid\
            """).param("grid", grid).query(Long.class).single();
    }

    private boolean count() {
        long unit = unit(random.nextInt(4) == 0 ? "VILLAGE" : "BRANCH");
        members(unit, random.nextInt(60));
        return true;
    }

    private void members(long unit, int full) {
        broker.send(Counted.event(unit, ++version, new Counted.Members(unit, full, 1, 2)));
        await().until(() -> jdbc.sql("select count(*) from member_count where unit_id = ? and version = ?")
                        .params(unit, version)
                        .query(Long.class)
                        .single()
                == 1);
    }

    private static boolean is(int hundreds, Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isLessThan(500);
        return answer.status() / 100 == hundreds;
    }

    private static Map<String, Object> on(Map<String, Object> body) {
        var all = new HashMap<>(body);
        all.put("on", Changes.TODAY.toString());
        return all;
    }

    private long one(String rest) {
        return divisions.unit(rest);
    }

    private String type() {
        return TYPES.get(random.nextInt(TYPES.size()));
    }

    private long place() {
        return unit(random.nextInt(4) == 0 ? "TOWNSHIP" : "VILLAGE");
    }

    /** Any unit of a tier, the province if there is none. */
    private long unit(String tier) {
        var units = jdbc.sql("select id from unit where tier like :tier and valid_to is null order by id")
                .param("tier", tier)
                .query(Long.class)
                .list();
        return units.isEmpty() ? one("") : units.get(random.nextInt(units.size()));
    }

    private long registered() {
        var units = jdbc.sql("select id from register_unit where closed_on is null order by id")
                .query(Long.class)
                .list();
        return units.isEmpty() ? 1 : units.get(random.nextInt(units.size()));
    }

    /** Every unit's sums, own figures and those of its children, beside what is counted unit by unit. */
    private void assertSums() {
        var units =
                jdbc.sql("select * from unit order by path").query(Unit.class).list();
        for (var counter : counters) {
            var facts = facts(counter, units);
            for (var unit : units) {
                var sums = rollups.sums(unit, counter.prefix());
                String what = unit.path() + " " + counter.prefix();
                assertThat(sums.total()).as(what).isEqualTo(below(facts, unit));
                assertThat(sums.own()).as(what).isEqualTo(facts.getOrDefault(unit.path(), Map.of()));
                var children = new HashMap<Long, Map<String, Integer>>();
                units.stream()
                        .filter(child -> Long.valueOf(unit.id().value()).equals(child.parentId()))
                        .forEach(child -> {
                            var sum = below(facts, child);
                            if (!sum.isEmpty()) children.put(child.id().value(), sum);
                        });
                assertThat(sums.children()).as(what).isEqualTo(children);
            }
        }
        assertThat(total("coverage."))
                .isEqualTo(count("select count(*) from register_state where valid_to = '9999-12-31'"));
        assertThat(total("grid.places."))
                .isEqualTo(count("select count(*) from grid_place where valid_to = '9999-12-31'"));
        assertThat(total("coverage.COVERED.")).isEqualTo(count("""
            select count(*) from register_link l join unit u on u.id = l.party_unit_id
             where l.role = 'COVER' and l.valid_to = '9999-12-31'
               and (u.valid_to is null or u.valid_to > '%s')\
            """.formatted(Changes.TODAY)));
        assertThat(total("advice.JOIN")).isEqualTo(count("""
            select count(*) from unit u join member_count m on m.unit_id = u.id
             where u.kind = 'BRANCH' and u.valid_to is null and m.full_members < 3\
            """));
        assertThat(total("advice.GENERAL_BRANCH") + total("advice.COMMITTEE")).isEqualTo(count("""
            select count(*) from unit v
             where v.kind in ('VILLAGE_ORGANIZATION', 'COMMUNITY_ORGANIZATION', 'BRANCH', 'GENERAL_BRANCH') and v.valid_to is null
               and (select coalesce(sum(m.full_members + m.probationary), 0) from unit u
                      join member_count m on m.unit_id = u.id
                     where u.path between v.path and concat(v.path, '~') and u.valid_to is null)
                   >= if(v.kind = 'GENERAL_BRANCH', 100, 51)\
            """));
    }

    private Map<String, Map<String, Integer>> facts(Counter counter, List<Unit> units) {
        var paths = units.stream().collect(Collectors.toMap(unit -> unit.id().value(), Unit::path));
        var facts = new HashMap<String, Map<String, Integer>>();
        for (var own : counter.count(paths.keySet())) {
            assertThat(own.units()).isPositive();
            facts.computeIfAbsent(paths.get(own.unit()), path -> new TreeMap<>())
                    .put(own.figure(), own.units());
        }
        return facts;
    }

    private static Map<String, Integer> below(Map<String, Map<String, Integer>> facts, Unit unit) {
        var sum = new TreeMap<String, Integer>();
        facts.forEach((path, figures) -> {
            if (path.startsWith(unit.path()))
                figures.forEach((figure, units) -> sum.merge(figure, units, Integer::sum));
        });
        return sum;
    }

    private int total(String figures) {
        int total = 0;
        for (var root : jdbc.sql("select * from unit where parent_id is null")
                .query(Unit.class)
                .list()) {
            for (var counter : counters) {
                total += rollups.sums(root, counter.prefix()).total().entrySet().stream()
                        .filter(figure -> figure.getKey().startsWith(figures))
                        .mapToInt(Map.Entry::getValue)
                        .sum();
            }
        }
        return total;
    }

    private void assertKeptRowsAreTheFacts() {
        assertThat(count("select count(*) from rollup_stale")).isZero();
        assertThat(count("select count(*) from rollup_own o join unit u on u.id = o.unit_id where o.path <> u.path"))
                .isZero();
        assertThat(count("""
            select count(*) from (
              select a.id, o.figure, sum(o.units) units from unit a join rollup_own o
                on o.path between a.path and concat(a.path, '~') group by a.id, o.figure) s
              left join rollup_total t on t.unit_id = s.id and t.figure = s.figure where not (s.units <=> t.units)\
            """)).isZero();
        assertThat(count("select sum(units) from rollup_own"))
                .isEqualTo(count("select sum(t.units) from rollup_total t join unit u on u.id = t.unit_id and"
                        + " u.parent_id is null"));
    }

    private int count(String sql) {
        var count = jdbc.sql(sql).query(Integer.class).optional();
        return count.orElse(0);
    }
}
