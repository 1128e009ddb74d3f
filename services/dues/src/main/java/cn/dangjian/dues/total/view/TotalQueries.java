package cn.dangjian.dues.total.view;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Adds up the kept sums of units. */
@Repository
class TotalQueries {

    private final Rows rows;

    TotalQueries(Rows rows) {
        this.rows = rows;
    }

    /** The sums of a unit itself, or of all at and below a child of it. */
    record Part(String path, long payers, long billed, long collected, long passedOn, long received) {}

    record Child(long id, String name, String path) {}

    /** By child, in the order of the tree, from one month to another one; the unit itself under its own path. */
    List<Part> parts(Unit unit, LocalDate from, LocalDate to, Scope scope) {
        return rows.sql("""
            select left({path u}, :depth) path, cast(sum(m.payers) as signed) payers, cast(sum(m.billed) as signed) billed,
                   cast(sum(m.collected) as signed) collected, cast(sum(m.passed_on) as signed) passed_on,
                   cast(sum(m.received) as signed) received
              from unit u straight_join unit_month m force index (primary)
                on m.unit_id = u.id and m.month between :from and :to
             where {scope u} group by 1 order by 1\
            """)
                .in(scope)
                .with("depth", scope.path(unit).length() + Unit.SEGMENT)
                .with("from", from)
                .with("to", to)
                .list(Part.class);
    }

    /** The unit and its children, in the order of the tree. */
    List<Child> children(Unit unit, Scope scope) {
        return rows.sql("""
            select u.id, u.name, {path u} path from unit u
             where {scope u} and (u.parent_id = :unit or u.id = :unit) order by {path u}\
            """).in(scope).with("unit", unit.id()).list(Child.class);
    }
}
