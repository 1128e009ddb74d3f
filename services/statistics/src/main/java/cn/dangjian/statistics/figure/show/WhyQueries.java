package cn.dangjian.statistics.figure.show;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.statistics.figure.catalogue.Measure;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads which events said what a unit has. */
@Repository
@Unscoped("whose sources they are was found within the caller's scope before")
class WhyQueries {

    private final JdbcClient jdbc;

    WhyQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a source says of a measure. */
    record Said(
            long id,
            String source,
            String type,
            @Nullable String event,
            long version,
            Instant occurredAt,
            long value) {}

    /** The sources of a unit's own value in a month, what was heard of last first; what is said anew keeps its place. */
    List<Said> listSaid(long unit, Measure measure, String slot, LocalDate month, long before, int most) {
        return jdbc.sql("""
            select s.id, s.source, s.type, s.event_id, s.version, s.occurred_at, v.value
              from unit_value v force index (unit_value_unit) join value_source s on s.id = v.source_id
             where v.unit_id = :unit and v.measure = :measure and v.slot = :slot
               and v.from_month <= :month and v.to_month > :month and s.id < :before
             order by s.id desc limit :most\
            """)
                .param("unit", unit)
                .param("measure", measure.code())
                .param("slot", slot)
                .param("month", month)
                .param("before", before)
                .param("most", most)
                .query((row, number) -> new Said(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getObject(6, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getLong(7)))
                .list();
    }

    /** The other measures that are fed by the sources of a unit's own value in a month. */
    List<String> listFedBySame(long unit, Measure measure, LocalDate month) {
        return jdbc.sql("""
            select distinct o.measure from unit_value v force index (unit_value_unit)
              join unit_value o on o.source_id = v.source_id
             where v.unit_id = :unit and v.measure = :measure and v.from_month <= :month and v.to_month > :month
               and o.measure <> :measure order by o.measure\
            """)
                .param("unit", unit)
                .param("measure", measure.code())
                .param("month", month)
                .query(String.class)
                .list();
    }
}
