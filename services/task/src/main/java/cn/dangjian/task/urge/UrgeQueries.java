package cn.dangjian.task.urge;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Who was urged when and how often. */
@Repository
class UrgeQueries {

    private final Rows rows;

    UrgeQueries(Rows rows) {
        this.rows = rows;
    }

    /** A unit that was urged. */
    record UrgedRow(
            long assignment,
            UnitId unit,
            String unitName,
            String state,
            OffsetDateTime due,
            boolean late,
            int times,
            String steps,
            OffsetDateTime last,
            String path) {}

    /** Of one dispatch inside a scope, in the order of the tree. */
    List<UrgedRow> listOfDispatch(long dispatch, Scope scope, Instant now, Slice slice) {
        return rows.sql("""
            select a.id assignment, u.id unit, u.name unit_name, a.state, coalesce(a.due_at, d.deadline) due,
                   (a.state in ('ADDRESSED', 'SIGNED', 'BROKEN_DOWN', 'WORKING', 'RETURNED')
                    and coalesce(a.due_at, d.deadline) < :now) late,
                   count(*) times, group_concat(g.step order by g.id) steps, max(g.at) last, {path u} path
              from urge g force index (urge_dispatch)
              join assignment a on a.id = g.assignment_id
              join dispatch d on d.id = a.dispatch_id
              join unit u on u.id = a.unit_id
             where g.dispatch_id = :dispatch and g.state = 'TOLD' and {scope u}
               and ({path u} > :path or ({path u} = :path and a.id > :id))
             group by a.id, u.id, u.name, a.state, d.deadline, a.due_at, {path u}
             order by {path u}, a.id limit :rows\
            """)
                .in(scope)
                .inTree(slice)
                .with("dispatch", dispatch)
                .with("now", now)
                .list(UrgedRow.class);
    }

    /** One urging as the unit sees it that was urged. */
    record OwnRow(
            long id,
            Step step,
            long assignment,
            long dispatch,
            String number,
            String title,
            OffsetDateTime deadline,
            OffsetDateTime at,
            @Nullable String word) {}

    List<OwnRow> listOwn(Scope own, Slice slice) {
        return rows.sql("""
            select g.id, g.step, g.assignment_id assignment, d.id dispatch, d.number, d.title,
                   coalesce(a.due_at, d.deadline) deadline, g.at, w.word
              from unit u
              join urge g force index (urge_unit) on g.unit_id = u.id and g.state = 'TOLD' and g.step <> 'UP'
              join assignment a on a.id = g.assignment_id
              join dispatch d on d.id = g.dispatch_id
              left join urge_word w on w.dispatch_id = g.dispatch_id and w.due = g.due and g.step = 'HAND'
             where {scope u} and g.id < :before
             order by g.id desc limit :rows\
            """).in(own).newest(slice).list(OwnRow.class);
    }
}
