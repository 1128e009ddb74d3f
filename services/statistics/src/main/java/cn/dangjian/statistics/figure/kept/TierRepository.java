package cn.dangjian.statistics.figure.kept;

import cn.dangjian.statistics.figure.catalogue.Measure;
import cn.dangjian.statistics.place.TreePath;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code tier_value} and {@code tier_today}: sums that are added to, never set. */
@Repository
class TierRepository {

    private static final int BATCH = 1000;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    TierRepository(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    /** Adds what has changed; months that are over say when they were revised. */
    void add(TierChanges changes, Instant now) {
        var at = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        template.batchUpdate("""
            insert into tier_value (path, parent, measure, slot, month, value, revised_at) values (?, ?, ?, ?, ?, ?, ?)
            on duplicate key update value = value + values(value), revised_at = coalesce(values(revised_at), revised_at)\
            """, changes.changed(), BATCH, (statement, change) -> {
            var cell = change.cell();
            statement.setString(1, cell.path());
            statement.setString(2, TreePath.parent(cell.path()));
            statement.setString(3, cell.measure());
            statement.setString(4, cell.slot());
            statement.setObject(5, cell.month());
            statement.setLong(6, change.value());
            statement.setObject(7, revised(cell.month().isBefore(changes.open()), at));
        });
    }

    private static @Nullable LocalDateTime revised(boolean over, LocalDateTime at) {
        return over ? at : null;
    }

    /** Adds to the changes of the day; what was of another day is forgotten. */
    void addToday(TierChanges changes, LocalDate day) {
        template.batchUpdate("""
            insert into tier_today (unit_id, measure, day, value) values (?, ?, ?, ?)
            on duplicate key update value = if(day = values(day), value + values(value), values(value)), day = values(day)\
            """, changes.changedToday(), BATCH, (statement, change) -> {
            statement.setLong(1, TreePath.unit(change.cell().path()));
            statement.setString(2, change.cell().measure());
            statement.setObject(3, day);
            statement.setLong(4, change.value());
        });
    }

    /** Adds to the sums of a measure what a recount finds more or less. */
    void correct(Measure measure, Instant now) {
        jdbc.sql("""
            insert into tier_value (path, parent, measure, slot, month, value, revised_at)
            select x.path, left(x.path, length(x.path) - :segment), :measure, x.slot, x.month, x.value, :now from (%s) x
            on duplicate key update value = tier_value.value + values(value), revised_at = values(revised_at)\
            """.formatted(RecountQueries.differences(measure)))
                .param("measure", measure.code())
                .param("segment", TreePath.SEGMENT)
                .param("forever", Months.FOREVER)
                .param("now", LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }
}
