package cn.dangjian.assessment.fact.hear;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Tables {@code work} and {@code work_moved}: whatever order the news of an assignment comes in, the same row results. */
@Repository
class WorkTable {

    private final Rows rows;

    WorkTable(Rows rows) {
        this.rows = rows;
    }

    /** That a unit was addressed. */
    record Addressed(long assignment, long dispatch, long unit, Instant deadline, String event) {}

    /**
     * That an assignment has changed.
     *
     * @param handedInAt null while it is not handed in
     * @param closed whether nobody goes on with it
     * @param state as task names it
     * @param ownDue the date of its own that it has now, if it was given one
     */
    record Changed(
            long assignment,
            long dispatch,
            long unit,
            @Nullable Instant handedInAt,
            boolean closed,
            String state,
            @Nullable Instant ownDue,
            long version,
            String event) {}

    /**
     * What is known of an assignment.
     *
     * @param told grows with each thing that is heard of it
     */
    record Work(
            long assignment,
            long unit,
            @Nullable LocalDateTime deadline,
            @Nullable LocalDateTime ownDue,
            @Nullable LocalDateTime handedInAt,
            boolean closed,
            String event,
            long told) {

        /** Its own date holds, if it was given a later one; nobody is late who was given more time. */
        @Nullable
        Instant due() {
            if (deadline == null) return null;
            return (ownDue == null || ownDue.isBefore(deadline) ? deadline : ownDue).toInstant(ZoneOffset.UTC);
        }

        @Nullable
        Instant handedIn() {
            return handedInAt == null ? null : handedInAt.toInstant(ZoneOffset.UTC);
        }
    }

    void address(List<Addressed> addressed) {
        rows.sql("""
            insert into work (assignment_id, dispatch, unit_id, deadline, handed_in_at, closed, version, event_id, told)
            values (:assignment, :dispatch, :unit, :deadline, null, false, 0, :event, 1)
            on duplicate key update deadline = values(deadline), told = told + 1\
            """).each(addressed);
    }

    /**
     * The earliest moment at which it was handed in stays, with the date of its own that it had then: one that it is given when
     * it is returned makes nobody on time who was late. Until it is handed in, the newest version says it; whose it is, always.
     */
    void change(List<Changed> changed) {
        rows.sql("""
            insert into work (assignment_id, dispatch, unit_id, deadline, handed_in_at, closed, state, own_due, version,
                              event_id, told)
            values (:assignment, :dispatch, :unit, null, :handedInAt, :closed, :state, :ownDue, :version, :event, 1)
            on duplicate key update
                own_due = case
                    when values(handed_in_at) is null
                        then if(handed_in_at is null and version < values(version), values(own_due), own_due)
                    when handed_in_at is null or values(handed_in_at) < handed_in_at then values(own_due)
                    else own_due end,
                handed_in_at = coalesce(least(handed_in_at, values(handed_in_at)), handed_in_at, values(handed_in_at)),
                unit_id = if(version < values(version), values(unit_id), unit_id),
                closed = if(version < values(version), values(closed), closed),
                state = if(version < values(version), values(state), state),
                event_id = if(version < values(version), values(event_id), event_id),
                version = greatest(version, values(version)), told = told + 1\
            """).each(changed);
    }

    /** When a dispatch is due since its date was moved. */
    record Moved(long dispatch, Instant deadline, long version) {}

    /** The newest date stays, whatever order they are heard in. */
    void move(Moved moved) {
        rows.sql("""
            insert into work_moved (dispatch, deadline, version) values (:dispatch, :deadline, :version)
            on duplicate key update deadline = if(values(version) > version, values(deadline), deadline),
                version = greatest(version, values(version))\
            """).with(moved).update();
    }

    /** The next assignments of a dispatch. */
    @Unscoped("hears what task tells; nobody sees the rows")
    List<Long> listOf(long dispatch, long after, int most) {
        return rows.unscoped("""
            select assignment_id from work where dispatch = :dispatch and assignment_id > :after
             order by assignment_id limit :most for update\
            """)
                .with("dispatch", dispatch)
                .with("after", after)
                .with("most", most)
                .list(Long.class);
    }

    /** Those of dispatches whose date was moved are due on the new one. */
    void follow(Collection<Long> assignments) {
        if (assignments.isEmpty()) return;
        rows.sql("""
            update work w join work_moved m on m.dispatch = w.dispatch
               set w.told = w.told + 1, w.deadline = m.deadline
             where w.assignment_id in (:assignments) and not w.deadline <=> m.deadline\
            """).with("assignments", assignments).update();
    }

    @Unscoped("hears what task tells; nobody sees the rows")
    List<Work> list(Collection<Long> assignments) {
        return rows.unscoped("""
            select assignment_id assignment, unit_id unit, deadline, own_due, handed_in_at, closed, event_id event, told
              from work where assignment_id in (:assignments) order by assignment_id for update\
            """).with("assignments", assignments).list(Work.class);
    }
}
