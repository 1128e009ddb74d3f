package cn.dangjian.organization.tree.unit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.tree.period.Paths;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must be true of the tree, told by other ways than those that make it. */
class TreeOracle {

    private static final Set<String> HEADS = Set.of("WORKING_COMMITTEE", "INDUSTRY_COMMITTEE");

    private final JdbcClient jdbc;

    TreeOracle(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void assertTreeIsWhole() {
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
        assertThat(kept()).as("counts are what is counted").isEqualTo(counted());
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

    private Map<String, Long> kept() {
        var counts = new HashMap<String, Long>();
        jdbc.sql("select unit_id, tier, units from unit_count where units <> 0").query(row -> {
            counts.put(row.getLong(1) + " " + row.getString(2), row.getLong(3));
        });
        return counts;
    }

    /** Each organisation of today, at each unit that is above it: walked up unit by unit. */
    private Map<String, Long> counted() {
        var parents = new HashMap<Long, Long>();
        var tiers = new HashMap<Long, String>();
        jdbc.sql("select id, parent_id, tier, valid_to is null and kind <> 'DIVISION_GROUP' from unit")
                .query(row -> {
                    if (row.getObject(2) != null) parents.put(row.getLong(1), row.getLong(2));
                    if (row.getBoolean(4)) tiers.put(row.getLong(1), row.getString(3));
                });
        var counts = new HashMap<String, Long>();
        tiers.forEach((unit, tier) -> {
            for (Long above = parents.get(unit); above != null; above = parents.get(above))
                counts.merge(above + " " + tier, 1L, Long::sum);
        });
        return counts;
    }

    /** What is where on a day, of what stands below the caller now, or, if it is to come, will stand there. */
    List<Long> listed(long caller, LocalDate day, String column, String tier) {
        return jdbc.sql("""
            select v.unit_id
              from unit_period v
              join %1$s l on l.unit_id = v.unit_id and l.valid_from <= :day and l.valid_to > :day
              left join unit u on u.id = v.unit_id
              join unit c on c.id = :caller
             where v.valid_from <= :day and v.valid_to > :day and v.ended = false and :tier in ('', v.tier)
               and if(u.id is null, l.path, u.%2$s) like concat(c.%2$s, '%%')
             order by l.path\
            """.formatted(column.equals("path") ? "unit_place" : "unit_line_place", column))
                .param("caller", caller)
                .param("day", day)
                .param("tier", tier)
                .query(Long.class)
                .list();
    }

    /** What a unit is on one day. */
    private record Row(long id, Long parent, Long line, String kind) {}

    /** Walks up unit by unit, on each day, and compares: where the lines are, and where the tree of the day says they are. */
    void assertLinesAreWhole(LocalDate today) {
        for (var day = today.minusDays(6); day.isBefore(today.plusDays(6)); day = day.plusDays(1)) {
            var rows = rows(day);
            var expected = new HashMap<Long, String>();
            for (var row : rows.values()) {
                String path = walk(row, rows);
                if (path != null) expected.put(row.id(), path);
            }
            assertThat(lines(day)).as("lines on " + day).isEqualTo(expected);
        }
        assertThat(torn())
                .as("who supervises works where the unit is, on every day")
                .isEmpty();
        assertThat(count("select count(*) from unit_line_place where valid_from >= valid_to"))
                .isZero();
        assertThat(count("""
            select count(*) from unit u join tree_day d on d.id = 1
              left join unit_line_place q on q.unit_id = u.id and q.valid_from <= d.day and q.valid_to > d.day
             where not (q.path <=> u.line_path)\
            """)).as("the lines of the day").isZero();
        assertThat(count("""
            select count(*) from unit_period v join unit_period s on s.unit_id = v.line_parent_id
                             and s.valid_from < v.valid_to and s.valid_to > v.valid_from
             where v.ended = false and s.ended = true\
            """)).as("who supervises exists").isZero();
    }

    /** Units that are, from a day on, not below the superior of the committee that supervises them then. */
    private List<String> torn() {
        return jdbc.sql("""
            select concat(v.unit_id, ' by ', s.unit_id, ' from ',
                          greatest(v.valid_from, s.valid_from, p.valid_from, a.valid_from))
              from unit_period v
              join unit_period s on s.unit_id = v.line_parent_id
              join unit_place p on p.unit_id = v.unit_id
              join unit_place a on a.unit_id = s.parent_id
             where v.ended = false and left(p.path, length(a.path)) <> a.path
               and greatest(v.valid_from, s.valid_from, p.valid_from, a.valid_from)
                   < least(v.valid_to, s.valid_to, p.valid_to, a.valid_to)\
            """).query(String.class).list();
    }

    private Map<Long, Row> rows(LocalDate day) {
        var rows = new HashMap<Long, Row>();
        jdbc.sql("select unit_id, parent_id, line_parent_id, kind from unit_period"
                        + " where valid_from <= :day and valid_to > :day")
                .param("day", day)
                .query(row -> {
                    rows.put(
                            row.getLong(1),
                            new Row(
                                    row.getLong(1),
                                    row.getObject(2, Long.class),
                                    row.getObject(3, Long.class),
                                    row.getString(4)));
                });
        return rows;
    }

    private Map<Long, String> lines(LocalDate day) {
        var lines = new HashMap<Long, String>();
        jdbc.sql("select unit_id, path from unit_line_place where valid_from <= :day and valid_to > :day")
                .param("day", day)
                .query(row -> {
                    lines.put(row.getLong(1), row.getString(2));
                });
        return lines;
    }

    /** The path from the head of the unit's line; null if no head is met. */
    private static String walk(Row unit, Map<Long, Row> rows) {
        var segments = new ArrayDeque<Long>();
        for (var at = unit; at != null; at = rows.get(at.line() == null ? at.parent() : at.line())) {
            segments.addFirst(at.id());
            if (at.line() != null || !HEADS.contains(at.kind())) continue;
            var path = new StringBuilder("+");
            segments.forEach(segment -> path.append(Paths.below("", segment)));
            return path.toString();
        }
        return null;
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
