package cn.dangjian.dues.care.late;

import cn.dangjian.dues.care.late.LateDueTable.Run;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Table {@code late_unit}: how many are late at a unit itself. */
@Repository
class LateUnitTable {

    private final Rows rows;

    LateUnitTable(Rows rows) {
        this.rows = rows;
    }

    private record Key(long unit) {}

    /** The whole state of a unit; {@code version} grows with each one. */
    record UnitLate(long unit, int m1, int m2, int m3, int m4, int m5, int m6, long fen, long version) {}

    /** Nobody else counts these units until the transaction ends, so that of two the later one sees both. */
    void lock(Collection<Long> units) {
        rows.sql("""
            insert into late_unit (unit_id, m1, m2, m3, m4, m5, m6, fen, told, version)
            values (:unit, 0, 0, 0, 0, 0, 0, 0, true, 0) on duplicate key update unit_id = values(unit_id)\
            """).each(units.stream().sorted().map(Key::new).toList());
    }

    /** Those of these units that are not as they were told, as they are. */
    @Unscoped("work of the platform; nobody sees the rows")
    List<UnitLate> listChanged(Collection<Long> units) {
        return rows.unscoped("""
            select x.unit_id unit, t.m1, t.m2, t.m3, t.m4, t.m5, t.m6, t.fen, x.version + 1 version
              from (select k.unit_id, coalesce(sum(l.months = 1), 0) m1, coalesce(sum(l.months = 2), 0) m2,
                           coalesce(sum(l.months = 3), 0) m3, coalesce(sum(l.months = 4), 0) m4,
                           coalesce(sum(l.months = 5), 0) m5, coalesce(sum(l.months >= 6), 0) m6,
                           coalesce(sum(l.fen), 0) fen
                      from late_unit k left join late l force index (late_unit_months) on l.unit_id = k.unit_id
                     where k.unit_id in (:units) group by k.unit_id) t
              join late_unit x on x.unit_id = t.unit_id
             where not x.told or x.m1 <> t.m1 or x.m2 <> t.m2 or x.m3 <> t.m3 or x.m4 <> t.m4 or x.m5 <> t.m5
                or x.m6 <> t.m6 or x.fen <> t.fen
             order by x.unit_id\
            """).with("units", units).list(UnitLate.class);
    }

    void save(Collection<UnitLate> changed) {
        rows.sql("""
            update late_unit set m1 = :m1, m2 = :m2, m3 = :m3, m4 = :m4, m5 = :m5, m6 = :m6, fen = :fen, told = true,
                   version = :version
             where unit_id = :unit\
            """).each(changed);
    }

    void tellAgain() {
        rows.sql("update late_unit set told = false").update();
    }

    /** The units of an area that were told of before. */
    @Unscoped("work of the platform; nobody sees the rows")
    List<Long> listKnown(Run run) {
        return rows.sql("""
            select x.unit_id from unit u straight_join late_unit x on x.unit_id = u.id
             where {scope u} and (:own = false or u.id = :unit)\
            """).in(run.scope()).with(run).list(Long.class);
    }
}
