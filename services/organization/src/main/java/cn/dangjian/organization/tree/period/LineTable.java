package cn.dangjian.organization.tree.period;

import cn.dangjian.organization.tree.rule.Kinds;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Table {@code unit_line_place}, derived from {@code unit_period} by set: where each unit was in a line (条) on every day.
 *
 * <p>A committee whose kind heads a line begins one, unless another such committee supervises it. Any other unit is in
 * its line below the committee that supervises it, or else below its parent, if that is in one.
 */
@Repository
public class LineTable {

    /** How many names tell a clerk enough. */
    private static final int NAMES = 20;

    /** More than a line can have: more levels than this are a circle. */
    private static final int DEEPEST = 16;

    /** The unit above a unit in its line; none for one that begins a line. */
    private static final String ABOVE =
            "coalesce(v.line_parent_id, case when v.kind in (:heads) then null else v.parent_id end)";

    private final JdbcClient jdbc;
    private final List<String> heads;

    LineTable(JdbcClient jdbc, Kinds kinds) {
        this.jdbc = jdbc;
        this.heads = kinds.lines();
    }

    /**
     * Derives where the touched units, and all that are below them in a line on any day from the given one on, are from
     * then on; touches these units too.
     */
    void derive(LocalDate from) {
        if (!begin(from)) return;
        int deepest = touchBelow(from);
        jdbc.sql("""
            insert into tree_touched (unit_id, level) select unit_id, 0 from line_touched l
             where not exists (select 1 from tree_touched t where t.unit_id = l.unit_id)\
            """).update();
        for (int level = 0; level <= deepest; level++) {
            cut("unit_line_place", "line_touched", level, from);
            place(level, from);
        }
    }

    /** Touches what was in a line or comes into one; most changes touch no line. */
    private boolean begin(LocalDate from) {
        jdbc.sql("delete from line_touched").update();
        int rows = jdbc.sql("""
            insert into line_touched (unit_id, level)
            select unit_id, 0 from tree_touched
             where unit_id in (select v.unit_id
                                 from tree_touched t join unit_period v on v.unit_id = t.unit_id
                                 left join unit_line_place q on q.unit_id = %s and q.valid_to > :from
                                where v.valid_to > :from
                                  and (q.unit_id is not null or (v.line_parent_id is null and v.kind in (:heads)))
                                union
                               select t.unit_id from tree_touched t join unit_line_place q on q.unit_id = t.unit_id
                                where q.valid_to > :from)\
            """.formatted(ABOVE))
                .param("from", from)
                .param("heads", heads)
                .update();
        return rows > 0;
    }

    /** A unit that is reached again is put on the deeper level, so that what is above it is always derived before. */
    private int touchBelow(LocalDate from) {
        for (int level = 0; level < DEEPEST; level++) {
            int rows = jdbc.sql("""
                insert into line_touched (unit_id, level)
                select below.unit_id, :next from (
                    select v.unit_id
                      from line_touched t join unit_period v on v.line_parent_id = t.unit_id
                     where t.level = :level and v.valid_to > :from
                    union
                    select v.unit_id
                      from line_touched t join unit_period v on v.parent_id = t.unit_id
                     where t.level = :level and v.valid_to > :from and v.line_parent_id is null
                       and v.kind not in (:heads)) below
                on duplicate key update level = values(level)\
                """)
                    .param("next", level + 1)
                    .param("level", level)
                    .param("from", from)
                    .param("heads", heads)
                    .update();
            if (rows == 0) return level;
        }
        throw new IllegalStateException("A circle in a line");
    }

    /** Takes from the touched units of a level where they were from a day on; the names of the tables are ours. */
    void cut(String places, String touched, int level, LocalDate from) {
        jdbc.sql("""
            delete p from %s p join %s t on t.unit_id = p.unit_id
             where t.level = :level and p.valid_from >= :from\
            """.formatted(places, touched))
                .param("level", level)
                .param("from", from)
                .update();
        jdbc.sql("""
            update %s p join %s t on t.unit_id = p.unit_id
               set p.valid_to = :from
             where t.level = :level and p.valid_to > :from\
            """.formatted(places, touched))
                .param("level", level)
                .param("from", from)
                .update();
    }

    private void place(int level, LocalDate from) {
        jdbc.sql("""
            insert into unit_line_place (unit_id, valid_from, valid_to, path)
            select v.unit_id,
                   greatest(v.valid_from, coalesce(q.valid_from, v.valid_from), :from),
                   least(v.valid_to, coalesce(q.valid_to, v.valid_to)),
                   concat(coalesce(q.path, '+'), convert(lower(lpad(conv(v.unit_id, 10, 36), 5, '0')) using ascii))
              from line_touched t
              join unit_period v on v.unit_id = t.unit_id
              left join unit_line_place q on q.unit_id = %s and q.valid_from < v.valid_to
                                         and q.valid_to > v.valid_from and q.valid_to > :from
             where t.level = :level and v.valid_to > :from
               and (q.unit_id is not null or (v.line_parent_id is null and v.kind in (:heads)))\
            """.formatted(ABOVE))
                .param("level", level)
                .param("from", from)
                .param("heads", heads)
                .update();
    }

    /** Whether one unit is the other, or below it in a line, on any day from one to the day before another. */
    @Unscoped("whoever changes the tree has checked the scope of what is changed")
    public boolean isBelow(UnitId unit, UnitId other, LocalDate from, LocalDate to) {
        return jdbc
                .sql("""
                    select distinct path from unit_line_place
                     where unit_id = :unit and valid_from < :to and valid_to > :from\
                    """)
                .param("unit", unit.value())
                .param("from", from)
                .param("to", to)
                .query(String.class)
                .list()
                .stream()
                .anyMatch(path -> Paths.unitsOfLine(path).contains(other));
    }

    /**
     * The names of units in a subtree whose supervisors are not in it and whose supervisors' superior is not above the
     * place to which it shall move, on any day from one to the day before another, by all that is decided by now.
     */
    @Unscoped("whoever changes the tree has checked the scope of what is changed")
    public List<String> listLeaving(UnitId moved, UnitId parent, LocalDate from, LocalDate to) {
        return jdbc.sql("""
            select distinct v.name
              from unit_place m
              join unit_place p on p.path between m.path and concat(m.path, '~')
              join unit_period v on v.unit_id = p.unit_id
              join unit_period s on s.unit_id = v.line_parent_id
              join unit_place a on a.unit_id = s.parent_id
              join unit_place n on n.unit_id = :parent
             where m.unit_id = :moved and v.ended = false and s.unit_id <> :moved
               and greatest(:from, m.valid_from, p.valid_from, v.valid_from, s.valid_from, a.valid_from, n.valid_from)
                   < least(:to, m.valid_to, p.valid_to, v.valid_to, s.valid_to, a.valid_to, n.valid_to)
               and not a.path between m.path and concat(m.path, '~') and left(n.path, length(a.path)) <> a.path
             order by v.name limit :limit\
            """)
                .param("moved", moved.value())
                .param("parent", parent.value())
                .param("from", from)
                .param("to", to)
                .param("limit", NAMES)
                .query(String.class)
                .list();
    }

    /**
     * The names of units that a committee supervises and that are neither below a superior nor below itself, on any day
     * from one to the day before another, by all that is decided by now.
     */
    @Unscoped("whoever changes the tree has checked the scope of what is changed")
    public List<String> listOutside(UnitId by, UnitId superior, LocalDate from, LocalDate to) {
        return jdbc.sql("""
            select distinct v.name
              from unit_period v
              join unit_place p on p.unit_id = v.unit_id
              join unit_place b on b.unit_id = v.line_parent_id
              join unit_place a on a.unit_id = :superior
             where v.line_parent_id = :by and v.ended = false
               and greatest(:from, v.valid_from, p.valid_from, a.valid_from, b.valid_from)
                   < least(:to, v.valid_to, p.valid_to, a.valid_to, b.valid_to)
               and left(p.path, length(a.path)) <> a.path and left(p.path, length(b.path)) <> b.path
             order by v.name limit :limit\
            """)
                .param("by", by.value())
                .param("superior", superior.value())
                .param("from", from)
                .param("to", to)
                .param("limit", NAMES)
                .query(String.class)
                .list();
    }

    /** Whether a unit is not below the superior of a committee on any day from one to the day before another. */
    @Unscoped("whoever changes the tree has checked the scope of what is changed")
    public boolean isOutside(UnitId unit, UnitId by, LocalDate from, LocalDate to) {
        return jdbc.sql("""
            select exists (
                select 1
                  from unit_period s
                  join unit_place p on p.unit_id = :unit
                  left join unit_place a on a.unit_id = s.parent_id and a.valid_from < p.valid_to
                                        and a.valid_to > p.valid_from
                 where s.unit_id = :by and s.ended = false
                   and greatest(:from, s.valid_from, p.valid_from, coalesce(a.valid_from, s.valid_from))
                       < least(:to, s.valid_to, p.valid_to, coalesce(a.valid_to, s.valid_to))
                   and (a.path is null or left(p.path, length(a.path)) <> a.path))\
            """)
                .param("unit", unit.value())
                .param("by", by.value())
                .param("from", from)
                .param("to", to)
                .query(Boolean.class)
                .single();
    }
}
