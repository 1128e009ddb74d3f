package cn.dangjian.organization.tree.period;

import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Records;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Tables {@code unit_place} and {@code unit}, both derived from {@code unit_period} by set: where each unit was on every
 * day, and what the tree is today.
 */
@Repository
class PlaceTable {

    /** More tiers than a tree can have: more levels than this are a circle. */
    private static final int DEEPEST = 16;

    private static final int BATCH = 1000;

    /** One row for each level that can be above a unit. */
    private static final String STEPS = """
        (select 1 step union all select 2 union all select 3 union all select 4 union all select 5 union all select 6
         union all select 7 union all select 8 union all select 9 union all select 10 union all select 11) k\
        """;

    /** A number that tells the past places of touched unit {@code t} from others. */
    private static final String PAST = """
        (select sum(crc32(concat(h.valid_from, h.path)))
           from unit_place h where h.unit_id = t.unit_id and h.valid_from <= :day)\
        """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final LineTable lines;

    PlaceTable(JdbcClient jdbc, JdbcTemplate template, LineTable lines) {
        this.lines = lines;
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Begins a change: these units are touched, and no others. */
    void touch(Collection<UnitId> units) {
        jdbc.sql("delete from tree_touched").update();
        template.batchUpdate(
                "insert into tree_touched (unit_id, level) values (?, 0)",
                units,
                BATCH,
                (statement, unit) -> statement.setLong(1, unit.value()));
    }

    /** Begins the days from one to another: whatever begins on one of them is touched. */
    void touchBeginning(LocalDate after, LocalDate until) {
        jdbc.sql("delete from tree_touched").update();
        jdbc.sql("""
            insert into tree_touched (unit_id, level)
            select unit_id, 0 from unit_period where valid_from > :after and valid_from <= :until
            union
            select unit_id, 0 from unit_place where valid_from > :after and valid_from <= :until
            union
            select unit_id, 0 from unit_line_place where valid_from > :after and valid_from <= :until
            union
            select unit_id, 0 from unit_line_place where valid_to > :after and valid_to <= :until\
            """).param("after", after).param("until", until).update();
    }

    /**
     * Derives where the touched units, and all that are below them on any day from the given one on, are from then on, in
     * the territory and in their lines.
     *
     * @param today until when the places are a past that others have been told
     */
    void derive(LocalDate from, LocalDate today) {
        int deepest = touchBelow(from);
        if (from.isBefore(today)) rememberPast(today);
        for (int level = 0; level <= deepest; level++) {
            lines.cut("unit_place", "tree_touched", level, from);
            place(level, from);
        }
        lines.derive(from);
    }

    /** A unit that is reached again is put on the deeper level, so that its parent's place is always derived before. */
    private int touchBelow(LocalDate from) {
        for (int level = 0; level < DEEPEST; level++) {
            int rows = jdbc.sql("""
                insert into tree_touched (unit_id, level)
                select distinct p.unit_id, :next
                  from tree_touched t join unit_period p on p.parent_id = t.unit_id
                 where t.level = :level and p.valid_to > :from
                on duplicate key update level = values(level)\
                """)
                    .param("next", level + 1)
                    .param("level", level)
                    .param("from", from)
                    .update();
            if (rows == 0) return level;
        }
        throw new IllegalStateException("A circle in the tree");
    }

    /** So that a unit of which only the past is corrected is announced, too. */
    private void rememberPast(LocalDate today) {
        jdbc.sql("update tree_touched t set t.past = %s".formatted(PAST))
                .param("day", today)
                .update();
    }

    /** So that touched units of which the past was never told are announced. */
    void forgetPast() {
        jdbc.sql("""
            update tree_touched t set t.past = -1
             where exists (select 1 from unit_place p join unit_place q on q.unit_id = p.unit_id and q.path <> p.path
                            where p.unit_id = t.unit_id)
                or exists (select 1 from unit_period e where e.unit_id = t.unit_id and e.ended = true)\
            """).update();
    }

    /** A unit is below its parent's place, for the days that both have in common. */
    private void place(int level, LocalDate from) {
        jdbc.sql("""
            insert into unit_place (unit_id, valid_from, valid_to, path)
            select v.unit_id,
                   greatest(v.valid_from, coalesce(p.valid_from, v.valid_from), :from),
                   least(v.valid_to, coalesce(p.valid_to, v.valid_to)),
                   concat(coalesce(p.path, ''), convert(lower(lpad(conv(v.unit_id, 10, 36), 5, '0')) using ascii))
              from tree_touched t
              join unit_period v on v.unit_id = t.unit_id
              left join unit_place p on p.unit_id = v.parent_id and p.valid_from < v.valid_to
                                    and p.valid_to > v.valid_from and p.valid_to > :from
             where t.level = :level and v.valid_to > :from and (v.parent_id is null or p.unit_id is not null)\
            """).param("level", level).param("from", from).update();
    }

    /** Where units were at first they were by a day. */
    void suppose(Collection<UnitId> units, LocalDate day) {
        var ids = units.stream().map(UnitId::value).toList();
        jdbc.sql("""
            update unit_place p
              join (select unit_id, min(valid_from) first from unit_place where unit_id in (:units) group by unit_id) f
                on f.unit_id = p.unit_id and f.first = p.valid_from
               set p.valid_from = :day\
            """).param("units", ids).param("day", day).update();
        jdbc.sql("update unit set valid_from = :day where id in (:units) and valid_from > :day")
                .param("units", ids)
                .param("day", day)
                .update();
    }

    /** The touched units as they are before they are made anew; those that come to be are not among them. */
    @Unscoped("announces what a change has touched")
    List<Unit> listTouched() {
        return jdbc.sql("select u.* from tree_touched t join unit u on u.id = t.unit_id")
                .query(Records.of(Unit.class))
                .list();
    }

    /** Makes the touched units what they are on a day. */
    void make(LocalDate day) {
        jdbc.sql("update tree_touched t join unit u on u.id = t.unit_id set t.version = u.version")
                .update();
        count(-1);
        jdbc.sql("""
            update unit u
              join tree_touched t on t.unit_id = u.id
              join unit_period v on v.unit_id = u.id and v.valid_from <= :day and v.valid_to > :day
              join unit_place p on p.unit_id = u.id and p.valid_from <= :day and p.valid_to > :day
              left join unit_line_place l on l.unit_id = u.id and l.valid_from <= :day and l.valid_to > :day
              left join (select e.unit_id, min(e.valid_from) day
                           from unit_period e join tree_touched x on x.unit_id = e.unit_id
                          where e.ended = true group by e.unit_id) e on e.unit_id = u.id and v.ended = true
               set u.version = u.version + 1, u.parent_id = v.parent_id, u.code = v.code, u.name = v.name,
                   u.tier = v.tier, u.kind = v.kind, u.domain = v.domain, u.path = p.path, u.line_path = l.path,
                   u.valid_to = e.day
             where not (u.parent_id <=> v.parent_id and u.code = v.code and u.tier = v.tier and u.kind = v.kind
                        and cast(u.name as binary) = cast(v.name as binary)
                        and u.domain = v.domain and u.path = p.path and u.line_path <=> l.path and u.valid_to <=> e.day)
                or (t.past is not null and t.past <> %s)\
            """.formatted(PAST)).param("day", day).update();
        jdbc.sql("""
            insert into unit (id, parent_id, code, name, tier, kind, domain, path, line_path, version, valid_from, valid_to)
            select v.unit_id, v.parent_id, v.code, v.name, v.tier, v.kind, v.domain, p.path, l.path, 1,
                   (select min(b.valid_from) from unit_period b where b.unit_id = v.unit_id),
                   case when v.ended = true
                        then (select min(e.valid_from) from unit_period e where e.unit_id = v.unit_id and e.ended = true)
                   end
              from tree_touched t
              join unit_period v on v.unit_id = t.unit_id and v.valid_from <= :day and v.valid_to > :day
              join unit_place p on p.unit_id = t.unit_id and p.valid_from <= :day and p.valid_to > :day
              left join unit_line_place l on l.unit_id = t.unit_id and l.valid_from <= :day and l.valid_to > :day
             where t.version is null\
            """).param("day", day).update();
        count(1);
    }

    /** The touched units that were something else before they were made anew. */
    @Unscoped("announces what a change has touched")
    List<Unit> listMade() {
        return jdbc.sql("""
            select u.* from tree_touched t join unit u on u.id = t.unit_id
             where t.version is null or u.version <> t.version order by u.path\
            """).query(Records.of(Unit.class)).list();
    }

    /** Adds the touched units to the counts of all that are above them, or takes them off. */
    private void count(int sign) {
        jdbc.sql("""
            insert into unit_count (unit_id, tier, units)
            select conv(substring(u.path, k.step * 5 - 4, 5), 36, 10), u.tier, :sign * count(*)
              from tree_touched t join unit u on u.id = t.unit_id join %s on k.step < length(u.path) div 5
             where u.valid_to is null and u.kind <> 'DIVISION_GROUP' group by 1, 2
            on duplicate key update units = units + values(units)\
            """.formatted(STEPS)).param("sign", sign).update();
    }

    /** The paths that units have on any day from one to the day before another. */
    @Unscoped("whoever changes the tree has checked the scope of what is changed")
    Map<UnitId, List<String>> listPaths(Collection<UnitId> units, LocalDate from, LocalDate to) {
        if (units.isEmpty()) return Map.of();
        var paths = new HashMap<UnitId, List<String>>();
        jdbc.sql("""
            select distinct unit_id, path from unit_place
             where unit_id in (:units) and valid_from < :to and valid_to > :from\
            """)
                .param("units", units.stream().map(UnitId::value).toList())
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    paths.computeIfAbsent(new UnitId(row.getLong(1)), unit -> new ArrayList<>())
                            .add(row.getString(2));
                });
        return paths;
    }
}
