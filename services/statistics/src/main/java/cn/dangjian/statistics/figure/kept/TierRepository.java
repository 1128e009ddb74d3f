package cn.dangjian.statistics.figure.kept;

import cn.dangjian.statistics.figure.kept.Recount.Wrong;
import cn.dangjian.statistics.place.TreePath;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Tables {@code tier_value} and {@code tier_today}: sums that are added to, never set. */
@Repository
class TierRepository {

    private static final int BATCH = 1000;

    private static final String ADD = """
        insert into tier_value (path, parent, measure, slot, month, value, revised_at) values (?, ?, ?, ?, ?, ?, ?)
        on duplicate key update value = value + values(value), revised_at = coalesce(values(revised_at), revised_at)\
        """;

    private final JdbcTemplate template;

    TierRepository(JdbcTemplate template) {
        this.template = template;
    }

    /** Adds what has changed; months that are over say when they were revised. */
    void add(TierChanges changes, Instant now) {
        var at = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        template.batchUpdate(ADD, changes.changed(), BATCH, (statement, change) -> {
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

    /** Adds what a recount finds more or less, whatever the month. */
    void correct(List<Wrong> differences, Instant now) {
        var at = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        template.batchUpdate(ADD, differences, BATCH, (statement, wrong) -> {
            statement.setString(1, wrong.path());
            statement.setString(2, TreePath.parent(wrong.path()));
            statement.setString(3, wrong.measure());
            statement.setString(4, wrong.slot());
            statement.setObject(5, wrong.month());
            statement.setLong(6, wrong.value());
            statement.setObject(7, at);
        });
    }
}
