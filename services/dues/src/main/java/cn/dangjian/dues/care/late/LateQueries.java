package cn.dangjian.dues.care.late;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Lists and counts who is late. */
@Repository
class LateQueries {

    private final Rows rows;

    LateQueries(Rows rows) {
        this.rows = rows;
    }

    /** @param caseId an open case of his */
    record Row(
            long member,
            long unit,
            String unitName,
            String path,
            int months,
            LocalDate since,
            int openMonths,
            long fen,
            @Nullable LocalDate remindedOn,
            @Nullable Long caseId) {}

    /** Those at a unit itself, or at and below a child of it. */
    record Part(String path, long m1, long m2, long m3, long m4, long m5, long m6, long fen) {}

    record Child(long id, String name, String path) {}

    /** Those with so many months in a row or more, in the order of the tree. */
    List<Row> list(int months, Slice slice, Scope scope) {
        return rows.sql("""
            select l.member_id as member, l.unit_id unit, u.name unit_name, {path u} path, l.months, l.since_month since,
                   l.open_months, l.fen, (select max(r.day) from reminder r where r.member_id = l.member_id) reminded_on,
                   (select c.id from arrears_case c where c.open_member_id = l.member_id) case_id
              from unit u straight_join late l force index (late_unit_months) on l.unit_id = u.id and l.months >= :months
             where {scope u} and {path u} >= :path and ({path u} > :path or l.member_id > :id)
             order by {path u}, l.member_id limit :rows\
            """).in(scope).inTree(slice).with("months", months).list(Row.class);
    }

    /** By child, in the order of the tree; the unit itself under its own path. */
    List<Part> parts(Unit unit, Scope scope) {
        return rows.sql("""
            select left({path u}, :depth) path, cast(sum(x.m1) as signed) m1, cast(sum(x.m2) as signed) m2,
                   cast(sum(x.m3) as signed) m3, cast(sum(x.m4) as signed) m4, cast(sum(x.m5) as signed) m5,
                   cast(sum(x.m6) as signed) m6, cast(sum(x.fen) as signed) fen
              from unit u straight_join late_unit x on x.unit_id = u.id
             where {scope u} group by 1 order by 1\
            """)
                .in(scope)
                .with("depth", scope.path(unit).length() + Unit.SEGMENT)
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
