package cn.dangjian.statistics.figure.kept;

import cn.dangjian.statistics.figure.kept.TierChanges.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Tables {@code tier_sum} and {@code tier_today}: sums that are added to, never set; and {@code tier_value}, as it was kept. */
@Repository
class TierRepository {

    private static final int BATCH = 1000;

    /** So many sums by path in one transaction, and whatever else lies below the parent of the last one. */
    private static final int PIECE = 20_000;

    private final JdbcTemplate template;

    TierRepository(JdbcTemplate template) {
        this.template = template;
    }

    /** Adds what has changed; months that are over say when they were revised. */
    void add(TierChanges changes, Instant now) {
        add(changes.changed(), now, change -> change.sum().month().isBefore(changes.open()));
    }

    /** Adds what a recount finds more or less: whatever the month, it was revised. */
    void correct(List<Change> differences, Instant now) {
        add(differences, now, change -> true);
    }

    private void add(List<Change> changes, Instant now, Predicate<Change> revises) {
        var at = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        template.batchUpdate("""
            insert into tier_sum (parent, unit, measure, slot, month, value, revised_at) values (?, ?, ?, ?, ?, ?, ?)
            on duplicate key update value = value + values(value), revised_at = coalesce(values(revised_at), revised_at)\
            """, changes, BATCH, (statement, change) -> {
            var sum = change.sum();
            statement.setLong(1, sum.parent());
            statement.setLong(2, sum.unit());
            statement.setString(3, sum.measure());
            statement.setString(4, sum.slot());
            statement.setObject(5, sum.month());
            statement.setLong(6, change.value());
            statement.setObject(7, revised(revises.test(change), at));
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
            statement.setLong(1, change.sum().unit());
            statement.setString(2, change.sum().measure());
            statement.setObject(3, day);
            statement.setLong(4, change.value());
        });
    }

    /**
     * What was added to sums by path is in those by unit, too; by whoever holds the row of those who fold.
     *
     * @return whether anything was taken over: there may be more
     */
    boolean takeOver() {
        var upTo = template.queryForObject(
                "select max(parent) from (select parent from tier_value where fresh = 1 order by parent limit ?) some",
                String.class,
                PIECE);
        if (upTo == null) return false;
        template.update("""
            insert into tier_sum (parent, unit, measure, slot, month, value, revised_at)
            select if(parent = '', 0, cast(conv(right(parent, 5), 36, 10) as unsigned)),
                   cast(conv(right(path, 5), 36, 10) as unsigned), measure, slot, month, sum(value - taken), max(revised_at)
              from tier_value where fresh = 1 and parent <= ? group by 1, 2, measure, slot, month
            on duplicate key update value = tier_sum.value + values(value),
                   revised_at = if(tier_sum.revised_at > values(revised_at), tier_sum.revised_at,
                                   coalesce(values(revised_at), tier_sum.revised_at))\
            """, upTo);
        template.update("update tier_value set taken = value where fresh = 1 and parent <= ?", upTo);
        return true;
    }
}
