package cn.dangjian.member.moving.floating;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Counts stays that are not over, by child of a unit. */
@Repository
class FloatingFigureQueries {

    private static final String OPEN = """
        select substring({path u}, 1, :depth) path, count(*) people,
               sum(f.employer is not null and f.mind is not null and f.sealed_contact is not null
                   and m.education is not null and m.occupation is not null
                   and exists (select 1 from standing s where s.member_id = m.id and s.to_on = '9999-12-31'
                                                          and s.member_class is not null)) complete,
               sum(c.due_on < :today) overdue
          from unit u straight_join case_file c force index (INDEX) on c.kind = 'floatings' and c.closed_at is null\
        """;

    private static final String GROUP = """
          join floating f on f.id = c.id join member m on m.id = f.member_id
         where {scope u} group by substring({path u}, 1, :depth)\
        """;

    private final Rows rows;

    FloatingFigureQueries(Rows rows) {
        this.rows = rows;
    }

    /**
     * Of a child of a unit, or of the unit itself.
     *
     * @param complete of whom all five are clear
     * @param overdue whom nobody has spoken to in time
     */
    record Cell(String path, int people, int complete, int overdue) {}

    record Child(UnitId id, String name, String path) {}

    /** Who belongs here and stays elsewhere. */
    List<Cell> out(Unit unit, LocalDate today, Scope scope) {
        return cells("case_file_unit", "and c.unit_id = u.id", unit, today, scope);
    }

    /** Who stays here and belongs elsewhere. */
    List<Cell> in(Unit unit, LocalDate today, Scope scope) {
        return cells("case_file_other", "and c.other_unit_id = u.id", unit, today, scope);
    }

    private List<Cell> cells(String index, String end, Unit unit, LocalDate today, Scope scope) {
        return rows.sql(OPEN.replace("INDEX", index) + " " + end + " " + GROUP)
                .in(scope)
                .with("depth", scope.path(unit).length() + Unit.SEGMENT)
                .with("today", today)
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
