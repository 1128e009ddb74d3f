package cn.dangjian.task.standing;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.task.flow.Addressees;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Table {@code to_pass_on}: what waits for a wave. Its rows come with the assignments, and go with their forwardings. */
@Repository
@Unscoped("in the name of whoever set the instruction; nobody sees the rows")
class QueueTable implements Addressees {

    private final Rows rows;

    QueueTable(Rows rows) {
        this.rows = rows;
    }

    /** An instruction for one unit comes before the one for any; what came down a line is forwarded by hand. */
    @Override
    public void addressed(Collection<Long> dispatches) {
        rows.sql("""
            insert into to_pass_on (assignment_id, standing_id)
            select a.id, coalesce(max(case when s.from_unit is not null then s.id end), max(s.id))
              from dispatch d
              join assignment a on a.dispatch_id = d.id
              join standing_order s on s.unit_id = a.unit_id and s.on_duty = 1 and s.from_key in (0, d.issuer_id)
             where d.id in (:dispatches) and d.hierarchy = 'BLOCK'
             group by a.id order by a.id\
            """).with("dispatches", dispatches).update();
    }

    /** The next ones that no other replica has. */
    List<Long> take(int most) {
        return rows.unscoped("""
            select assignment_id from to_pass_on order by assignment_id limit :most for update skip locked\
            """).with("most", most).list(Long.class);
    }

    /** Of these, which are held, those that were not passed on and whose instruction still holds at their unit, with time left. */
    List<Long> listDue(Collection<Long> assignments, Instant now) {
        return rows.unscoped("""
            select a.id
              from assignment a
              join to_pass_on q on q.assignment_id = a.id
              join standing_order s on s.id = q.standing_id and s.on_duty = 1 and s.unit_id = a.unit_id
              join dispatch d on d.id = a.dispatch_id and d.recalled_with is null
              join unit u on u.id = a.unit_id and u.valid_to is null
             where a.id in (:assignments) and greatest(coalesce(a.due_at, d.deadline), d.deadline) > :now
               and not exists (select 1 from dispatch f where f.passed_on = a.id)
             order by a.id\
            """)
                .with("assignments", assignments)
                .with("now", now)
                .list(Long.class);
    }

    /** By their keys whatever the planner thinks of a short table: other replicas hold the others. */
    void done(Collection<Long> assignments) {
        rows.sql("delete q from to_pass_on q force index (primary) where q.assignment_id in (:assignments)")
                .with("assignments", assignments)
                .update();
    }
}
