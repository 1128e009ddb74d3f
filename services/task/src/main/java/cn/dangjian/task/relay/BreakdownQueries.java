package cn.dangjian.task.relay;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.task.flow.AssignmentId;
import cn.dangjian.task.flow.Breakdown;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** What the room of assignments asks about parts, persons and what the root demands. */
@Repository
@Unscoped("of an assignment that was found within the caller's scope before")
class BreakdownQueries implements Breakdown {

    private final Rows rows;

    BreakdownQueries(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Parts parts(AssignmentId assignment) {
        return rows.unscoped("""
            select count(*) addressed, coalesce(sum(a.state = 'APPROVED'), 0) approved
              from dispatch f join assignment a on a.dispatch_id = f.id
             where f.parent_assignment_id = :id and a.state not in ('WITHDRAWN', 'MERGED', 'CLOSED')\
            """).with("id", assignment).get(Parts.class);
    }

    @Override
    public Demands demands(AssignmentId assignment) {
        return rows.unscoped("""
            select r.person_required, r.all_required
              from assignment a
              join dispatch d on d.id = a.dispatch_id
              join dispatch r on r.id = coalesce(d.root_id, d.id)
             where a.id = :id\
            """)
                .with("id", assignment)
                .find((row, number) -> new Demands(row.getBoolean(1), row.getBoolean(2)))
                .orElseThrow();
    }

    @Override
    public boolean hasPerson(AssignmentId assignment) {
        return rows.unscoped("""
            select 1 from assignment a
              join responsible r on r.assignment_id = a.id and r.released_at is null
              left join post_holder p on p.post = r.post
             where a.id = :id and (r.post is null or (p.active = true and p.unit_id = a.unit_id))\
            """).with("id", assignment).exists();
    }

    /**
     * Of a unit that has ended, or below which it lies no more since it moved, it is no part: whoever is directly above
     * reviews it.
     */
    @Override
    public Optional<Boolean> isPartOf(AssignmentId assignment, UnitId unit) {
        return rows.unscoped("""
            select c.unit_id = :unit
              from assignment a
              join dispatch d on d.id = a.dispatch_id
              join assignment c on c.id = d.parent_assignment_id
              join unit h on h.id = c.unit_id and h.valid_to is null
              join unit u on u.id = a.unit_id
             where a.id = :id and c.state <> 'CLOSED'
               and (u.path between h.path and concat(h.path, '~')
                    or (d.hierarchy = 'LINE' and u.line_path between h.line_path and concat(h.line_path, '~')))\
            """).with("id", assignment).with("unit", unit).find((row, number) -> row.getBoolean(1));
    }
}
