package cn.dangjian.assessment.fact.book;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Table {@code fact}. */
@Repository
class FactTable {

    private final Rows rows;
    private final Days days;

    FactTable(Rows rows, Days days) {
        this.rows = rows;
        this.days = days;
    }

    /** Of a thing all rows from a day on go, and what held then ends. */
    record Cut(String measure, String thing, LocalDate since) {}

    /** The same was told by a newer version. */
    record Newer(String measure, String thing, LocalDate day, long version) {}

    /** What is known of some things from a day on, the earliest first; held until the transaction ends. */
    @Unscoped("hears what others tell; nobody sees the rows")
    List<FactRow> lock(String measure, Collection<String> things, LocalDate since) {
        return rows.unscoped("""
            select measure, thing, day, to_on, kept, unit_id, numerator, denominator, event_id, version from fact
             where measure = :measure and thing in (:things) and to_on > :since order by thing, day for update\
            """)
                .with("measure", measure)
                .with("things", things)
                .with("since", since)
                .list(FactRow.class);
    }

    void cut(List<Cut> cuts) {
        rows.sql("delete from fact where measure = :measure and thing = :thing and day >= :since")
                .each(cuts);
        rows.sql("update fact set to_on = :since where measure = :measure and thing = :thing and to_on > :since")
                .each(cuts);
    }

    void insert(List<FactRow> facts) {
        rows.sql("""
            insert into fact (measure, thing, day, to_on, kept, unit_id, numerator, denominator, event_id, version, heard_at)
            values (:measure, :thing, :day, :toOn, :kept, :unitId, :numerator, :denominator, :eventId, :version, :heardAt)\
            """).with("heardAt", days.now()).each(facts);
    }

    void renew(List<Newer> newer) {
        rows.sql("update fact set version = :version where measure = :measure and thing = :thing and day = :day")
                .each(newer);
    }
}
