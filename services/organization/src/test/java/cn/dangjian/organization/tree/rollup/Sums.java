package cn.dangjian.organization.tree.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.tree.change.Changes;
import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What readers get, beside what is counted from the facts. */
final class Sums {

    private final Rollups rollups;
    private final List<Counter> counters;
    private final JdbcClient jdbc;

    Sums(Rollups rollups, List<Counter> counters, JdbcClient jdbc) {
        this.rollups = rollups;
        this.counters = counters;
        this.jdbc = jdbc;
    }

    int of(long unit, String figure) {
        var found = jdbc.sql("select * from unit where id = :id")
                .param("id", unit)
                .query(Unit.class)
                .single();
        String prefix = figure.substring(0, figure.indexOf('.') + 1);
        return rollups.sums(found, prefix, Scope.subtree(found.path())).total().getOrDefault(figure, 0);
    }

    /** Every unit's sums, own figures and those of its children, beside what is counted unit by unit. */
    void assertThoseOfTheFacts() {
        for (var counter : counters) {
            for (var hierarchy : Hierarchy.values()) assertThoseOfTheFacts(counter, hierarchy);
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

    private void assertThoseOfTheFacts(Counter counter, Hierarchy hierarchy) {
        var units = jdbc.sql("select * from unit where %1$s is not null order by %1$s".formatted(hierarchy.column()))
                .query(Unit.class)
                .list();
        var facts = facts(counter, units, hierarchy);
        for (var unit : units) {
            String path = path(unit, hierarchy);
            var scope = hierarchy == Hierarchy.BLOCK ? Scope.subtree(path) : Scope.line(path);
            var sums = rollups.sums(unit, counter.prefix(), scope);
            String what = path + " " + counter.prefix();
            assertThat(sums.total()).as(what).isEqualTo(below(facts, path));
            assertThat(sums.own()).as(what).isEqualTo(facts.getOrDefault(path, Map.of()));
            var children = new HashMap<Long, Map<String, Integer>>();
            units.stream()
                    .filter(child -> path(child, hierarchy).startsWith(path)
                            && path(child, hierarchy).length() == path.length() + Segments.WIDTH)
                    .forEach(child -> {
                        var sum = below(facts, path(child, hierarchy));
                        if (!sum.isEmpty()) children.put(child.id().value(), sum);
                    });
            assertThat(sums.children()).as(what).isEqualTo(children);
        }
    }

    private static String path(Unit unit, Hierarchy hierarchy) {
        return hierarchy == Hierarchy.BLOCK ? unit.path() : Objects.requireNonNull(unit.linePath());
    }

    private Map<String, Map<String, Integer>> facts(Counter counter, List<Unit> units, Hierarchy hierarchy) {
        var paths = units.stream().collect(Collectors.toMap(unit -> unit.id().value(), unit -> path(unit, hierarchy)));
        var facts = new HashMap<String, Map<String, Integer>>();
        for (var own : counter.count(paths.keySet())) {
            assertThat(own.units()).isPositive();
            facts.computeIfAbsent(paths.get(own.unit()), path -> new TreeMap<>())
                    .put(own.figure(), own.units());
        }
        return facts;
    }

    private static Map<String, Integer> below(Map<String, Map<String, Integer>> facts, String top) {
        var sum = new TreeMap<String, Integer>();
        facts.forEach((path, figures) -> {
            if (path.startsWith(top)) figures.forEach((figure, units) -> sum.merge(figure, units, Integer::sum));
        });
        return sum;
    }

    private int total(String figures) {
        int total = 0;
        for (var root : jdbc.sql("select * from unit where parent_id is null")
                .query(Unit.class)
                .list()) {
            for (var counter : counters) {
                total += rollups.sums(root, counter.prefix(), Scope.subtree(root.path())).total().entrySet().stream()
                        .filter(figure -> figure.getKey().startsWith(figures))
                        .mapToInt(Map.Entry::getValue)
                        .sum();
            }
        }
        return total;
    }

    void assertKeptRowsAreTheFacts() {
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
