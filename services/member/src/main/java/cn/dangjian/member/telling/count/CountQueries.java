package cn.dangjian.member.telling.count;

import cn.dangjian.member.person.code.MemberClass;
import cn.dangjian.member.person.number.Sex;
import cn.dangjian.member.person.standing.Status;
import cn.dangjian.member.telling.count.UnitCount.One;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads {@code standing} and {@code member} for numbers. */
@Repository
class CountQueries {

    private final Rows rows;

    CountQueries(Rows rows) {
        this.rows = rows;
    }

    /** So many of a status and class below a child of a unit, or of the unit itself. */
    record Cell(String path, Status status, @Nullable MemberClass memberClass, int people, int lost) {}

    /** A child of a unit. */
    record Child(UnitId id, String name, String path) {}

    /** Everybody who belongs to these units today and is not out. */
    @Unscoped("tells other services; nobody sees the rows")
    List<One> listPeople(Collection<Long> units) {
        return rows.unscoped("""
            select s.unit_id unit, s.status, s.member_class, s.lost, m.sex, m.birth_on, m.education, m.ethnicity,
                   (select min(a.from_on) from standing a
                     where a.member_id = s.member_id and a.status in ('PROBATIONARY', 'FULL')) admitted_on
              from standing s force index (standing_unit)
              straight_join member m force index (primary) on m.id = s.member_id
             where s.unit_id in (:units) and s.to_on = '9999-12-31' and s.status in (:statuses)\
            """)
                .with("units", units)
                .with("statuses", Status.CURRENT)
                .list((row, number) -> new One(
                        new UnitId(row.getLong("unit")),
                        Status.valueOf(row.getString("status")),
                        row.getString("member_class") == null
                                ? null
                                : MemberClass.valueOf(row.getString("member_class")),
                        row.getBoolean("lost"),
                        Sex.valueOf(row.getString("sex")),
                        row.getObject("birth_on", LocalDate.class),
                        row.getString("education"),
                        row.getString("ethnicity"),
                        row.getObject("admitted_on", LocalDate.class)));
    }

    /**
     * How many there were on a day, by child of a unit; who belonged to the unit itself stands under its own path. The
     * index named holds all that is asked.
     */
    List<Cell> cells(Unit unit, LocalDate on, Scope scope) {
        return rows.sql("""
            select substring({path u}, 1, :depth) path, s.status, s.member_class, count(*) people, sum(s.lost) lost
              from unit u straight_join standing s force index (standing_unit)
                on s.unit_id = u.id and s.to_on >= :on and s.from_on <= :on
             where {scope u} and s.status in (:statuses)
             group by substring({path u}, 1, :depth), s.status, s.member_class\
            """)
                .in(scope)
                .with("depth", scope.path(unit).length() + Unit.SEGMENT)
                .with("on", on)
                .with("statuses", Status.CURRENT)
                .list(Cell.class);
    }

    /** The unit and its children, in the order of the tree. */
    List<Child> children(Unit unit, Scope scope) {
        return rows.sql("""
            select u.id, u.name, {path u} path from unit u
             where {scope u} and (u.parent_id = :unit or u.id = :unit) order by {path u}\
            """).in(scope).with("unit", unit.id()).list(Child.class);
    }
}
