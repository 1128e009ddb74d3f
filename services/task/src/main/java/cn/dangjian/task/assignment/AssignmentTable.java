package cn.dangjian.task.assignment;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.task.dispatch.DispatchId;
import cn.dangjian.task.flow.Move;
import cn.dangjian.task.flow.State;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code assignment}, written by set: what happens to all of a dispatch, or to all that wait for one thing. */
@Repository
@Unscoped("of dispatches that were found in the caller's scope, and whatever is below them; or in nobody's name")
class AssignmentTable {

    /** How many headings (汇总码) can stand between an organisation and the next one. */
    private static final int HEADINGS = 2;

    private final Rows rows;

    AssignmentTable(Rows rows) {
        this.rows = rows;
    }

    /** An assignment for each organisation of the next tier, of all these dispatches. */
    int addressNext(Collection<Long> dispatches) {
        int addressed = 0;
        for (int headings = 0; headings <= HEADINGS; headings++)
            addressed += rows.sql("""
                insert into assignment (dispatch_id, unit_id, state, version)
                select f.id, u.id, 'ADDRESSED', 1
                  from dispatch f
                  join unit p on p.id = f.issuer_id %s
                  join unit u on u.parent_id = %s
                 where f.id in (:dispatches) and u.valid_to is null and u.kind <> 'DIVISION_GROUP'
                   and (u.tier not in ('BRANCH', 'GROUP', 'HOUSEHOLD') or p.tier in ('VILLAGE', 'BRANCH', 'GROUP'))
                 order by f.id, u.path lock in share mode\
                """.formatted(between(headings), headings == 0 ? "p.id" : "h" + headings + ".id"))
                    .with("dispatches", dispatches)
                    .update();
        return addressed;
    }

    private static String between(int headings) {
        var joins = new StringBuilder();
        for (int i = 1; i <= headings; i++)
            joins.append(" join unit h%d on h%d.parent_id = %s and h%d.kind = 'DIVISION_GROUP'"
                    .formatted(i, i, i == 1 ? "p.id" : "h" + (i - 1) + ".id", i));
        return joins.toString();
    }

    /** A unit that was addressed, by its dispatch. */
    record Row(long dispatch, long id, long unit) {}

    List<Row> listAddressed(Collection<Long> dispatches) {
        return rows.unscoped("""
            select dispatch_id dispatch, id, unit_id unit from assignment
             where dispatch_id in (:dispatches) order by dispatch_id, id\
            """)
                .with("dispatches", dispatches)
                .list((row, number) -> new Row(row.getLong(1), row.getLong(2), row.getLong(3)));
    }

    /** Of these those that can be passed on still; nobody changes them until the transaction ends. */
    List<Long> listPassable(Collection<Long> assignments) {
        return rows.unscoped("""
            select id from assignment where id in (:assignments) and state in (:states) order by id for update\
            """)
                .with("assignments", assignments)
                .with("states", Move.PASS_ON.fromNames())
                .list(Long.class);
    }

    /** Whoever set the instruction has signed as well. */
    void passOn(Collection<Long> assignments, Instant now) {
        rows.sql("""
            update assignment a
               set a.state = :state, a.signed_at = coalesce(a.signed_at, :now),
                   a.signed_by = coalesce(a.signed_by, (select min(f.issued_by) from dispatch f where f.passed_on = a.id)),
                   a.version = a.version + 1
             where a.id in (:assignments)\
            """)
                .with("state", Move.PASS_ON.after(State.ADDRESSED))
                .with("now", now)
                .with("assignments", assignments)
                .update();
    }

    private static final String WHOLE = """
        select id, dispatch_id, unit_id, state, version, signed_at, signed_by, due_at, from_unit, reviewing_by
          from assignment\
        """;

    List<Assignment> list(Collection<Long> assignments) {
        return rows.unscoped(WHOLE + " where id in (:assignments) order by id")
                .with("assignments", assignments)
                .list(Assignment.class);
    }

    /** Takes back what is open of these dispatches; from left to right, so that the state before is kept. */
    int withdraw(Collection<DispatchId> dispatches, DispatchId with) {
        return rows.sql("""
            update assignment
               set recalled_from = state, recalled_with = :with, state = 'WITHDRAWN', version = version + 1
             where dispatch_id in (:dispatches) and state in (:states)\
            """)
                .with("with", with)
                .with("dispatches", dispatches)
                .with("states", Move.WITHDRAW.fromNames())
                .update();
    }

    /** The next ones that were withdrawn with a dispatch, of some of those below it, in the order of their units. */
    List<Assignment> listRecalled(Collection<DispatchId> dispatches, DispatchId with, long after, int most) {
        return rows.unscoped(WHOLE + """
             where dispatch_id in (:dispatches) and unit_id > :after and recalled_with = :with order by unit_id limit :most\
            """)
                .with("dispatches", dispatches)
                .with("with", with)
                .with("after", after)
                .with("most", most)
                .list(Assignment.class);
    }

    /** What was withdrawn with a dispatch stands again where it stood; whose unit has ended meanwhile stays withdrawn. */
    void restore(Collection<Long> assignments) {
        rows.sql("""
            update assignment
               set state = recalled_from, recalled_from = null, recalled_with = null, version = version + 1
             where id in (:assignments) and state = 'WITHDRAWN'\
            """).with("assignments", assignments).update();
    }

    /** The next approved ones of some dispatches, in the order of their units; nobody changes them until the transaction ends. */
    List<Assignment> listApproved(Collection<DispatchId> dispatches, long after, int most) {
        return rows.unscoped(WHOLE + """
             where dispatch_id in (:dispatches) and unit_id > :after and state = 'APPROVED' order by unit_id limit :most
             for update\
            """)
                .with("dispatches", dispatches)
                .with("after", after)
                .with("most", most)
                .list(Assignment.class);
    }

    void reopen(Collection<Long> assignments, @Nullable Instant until) {
        rows.sql("""
            update assignment
               set state = :state, due_at = coalesce(:until, due_at), reviewing_by = null, version = version + 1
             where id in (:assignments)\
            """)
                .with("state", Move.REOPEN.after(State.APPROVED))
                .with("until", until)
                .with("assignments", assignments)
                .update();
    }
}
