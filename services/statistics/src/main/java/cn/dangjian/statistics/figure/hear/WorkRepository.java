package cn.dangjian.statistics.figure.hear;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code figure_work}: whatever order the news of an assignment comes in, the same row results. */
@Repository
class WorkRepository {

    private final Rows rows;

    WorkRepository(Rows rows) {
        this.rows = rows;
    }

    /**
     * That a unit was addressed, or that the deadline was moved.
     *
     * @param addressedAt null of a deadline that was moved
     * @param dated of deadlines the greatest one counts
     */
    record Addressed(
            long assignment,
            long unit,
            @Nullable Instant addressedAt,
            Instant deadline,
            long dated,
            String type,
            String event,
            Instant at) {}

    /**
     * That an assignment has changed.
     *
     * @param handedInAt null while it is not handed in
     * @param ownDate the date of its own that it has now; null if it has none
     * @param ended whether its unit has nothing to do with it any more
     * @param returnedAt null unless this says that it was returned
     */
    record Changed(
            long assignment,
            long unit,
            @Nullable Instant handedInAt,
            @Nullable Instant ownDate,
            boolean signed,
            boolean ended,
            @Nullable Instant returnedAt,
            long version,
            String type,
            String event,
            Instant at) {}

    /**
     * What is known of an assignment.
     *
     * @param told grows with each thing that is heard of it
     */
    record Work(
            long assignment,
            long unit,
            @Nullable LocalDateTime addressedAt,
            @Nullable LocalDateTime deadline,
            @Nullable LocalDateTime ownDate,
            @Nullable LocalDateTime handedInAt,
            boolean signed,
            boolean ended,
            String type,
            String event,
            LocalDateTime at,
            long told) {

        /** Its own date holds, if it was given a later one; nobody is late who was given more time. */
        @Nullable
        Instant due() {
            if (deadline == null) return null;
            return instant(ownDate == null || ownDate.isBefore(deadline) ? deadline : ownDate);
        }

        static @Nullable Instant instant(@Nullable LocalDateTime utc) {
            return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
        }
    }

    /** Told again, it is still since the first time that it is given. */
    void address(Collection<Addressed> addressed) {
        rows.sql("""
            insert into figure_work (assignment_id, unit_id, addressed_at, deadline, dated, own_date, handed_in_at, signed,
                                     ended, version, type, event_id, occurred_at, told)
            values (:assignment, :unit, :addressedAt, :deadline, :dated, null, null, 0, 0, 0, :type, :event, :at, 1)
            on duplicate key update
                addressed_at = coalesce(least(addressed_at, values(addressed_at)), addressed_at, values(addressed_at)),
                deadline = if(dated < values(dated), values(deadline), deadline),
                dated = greatest(dated, values(dated)), told = told + 1\
            """).each(addressed);
    }

    /**
     * The earliest moment at which it was handed in stays, with the date of its own that it had then: one that it is given when
     * it is returned makes nobody on time who was late. Until it is handed in, the newest version says it; whose it is, always.
     */
    void change(Collection<Changed> changed) {
        rows.sql("""
            insert into figure_work (assignment_id, unit_id, addressed_at, deadline, dated, own_date, handed_in_at, signed,
                                     ended, version, type, event_id, occurred_at, told)
            values (:assignment, :unit, null, null, 0, :ownDate, :handedInAt, :signed,
                    :ended, :version, :type, :event, :at, 1)
            on duplicate key update
                own_date = case
                    when values(handed_in_at) is null
                        then if(handed_in_at is null and version < values(version), values(own_date), own_date)
                    when handed_in_at is null or values(handed_in_at) < handed_in_at then values(own_date)
                    else own_date end,
                handed_in_at = coalesce(least(handed_in_at, values(handed_in_at)), handed_in_at, values(handed_in_at)),
                signed = greatest(signed, values(signed)),
                unit_id = if(version < values(version), values(unit_id), unit_id),
                ended = if(version < values(version), values(ended), ended),
                type = if(version < values(version), values(type), type),
                event_id = if(version < values(version), values(event_id), event_id),
                occurred_at = if(version < values(version), values(occurred_at), occurred_at),
                version = greatest(version, values(version)), told = told + 1\
            """).each(changed);
    }

    @Unscoped("hears what task tells; nobody sees the rows")
    List<Work> list(Collection<Long> assignments) {
        return rows.unscoped("""
            select assignment_id assignment, unit_id unit, addressed_at, deadline, own_date, handed_in_at, signed,
                   ended, type, event_id event, occurred_at at, told
              from figure_work where assignment_id in (:assignments) order by assignment_id for update\
            """).with("assignments", assignments).list(Work.class);
    }
}
