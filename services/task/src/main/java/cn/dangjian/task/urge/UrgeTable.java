package cn.dangjian.task.urge;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.task.urge.LadderTable.Falling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Table {@code urge}, written by set. */
@Repository
class UrgeTable {

    /** What is to be handed in and waits for nobody's reply. */
    private static final String TO_BE_URGED = """
        a.state in ('ADDRESSED', 'SIGNED', 'BROKEN_DOWN', 'WORKING', 'RETURNED')
               and not exists (select 1 from voice v where v.open_assignment = a.id)\
        """;

    /** The organisation above unit {@code u}, by the hierarchy of dispatch {@code d}; headings are nobody. */
    private static final String SUPERIOR = """
        coalesce(case when d.hierarchy = 'LINE' and length(u.line_path) > 10
                      then (select l.id from unit l where l.line_path = left(u.line_path, length(u.line_path) - 5)) end,
                 case when p.kind <> 'DIVISION_GROUP' then p.id
                      when q.kind <> 'DIVISION_GROUP' then q.id
                      else q.parent_id end)\
        """;

    private final Rows rows;

    UrgeTable(Rows rows) {
        this.rows = rows;
    }

    /**
     * Urges whoever has not handed in what is due then: one statement, which does nothing the second time.
     *
     * @param state WAITING, or SKIPPED if a later step is told
     */
    void insert(Falling falling, Step step, String state, Instant now) {
        rows.sql("""
            insert ignore into urge (assignment_id, dispatch_id, unit_id, step, due, state, superior_id, at)
            select a.id, a.dispatch_id, a.unit_id, :step, :due, :state,
                   case when :step = 'UP' then %s end, :now
              from dispatch d
              straight_join assignment a force index (assignment_once) on a.dispatch_id = d.id
              left join unit u on u.id = a.unit_id
              left join unit p on p.id = u.parent_id
              left join unit q on q.id = p.parent_id
             where d.id = :dispatch and coalesce(a.due_at, d.deadline) = :due and %s
             order by a.id\
            """.formatted(SUPERIOR, TO_BE_URGED))
                .with("dispatch", falling.dispatch())
                .with("due", falling.due())
                .with("step", step)
                .with("state", state)
                .with("now", now)
                .update();
    }

    /** The same by hand: whatever of it is open, whenever it is due. */
    int insertByHand(long dispatch, Instant day, Instant now) {
        return rows.sql("""
            insert ignore into urge (assignment_id, dispatch_id, unit_id, step, due, state, at)
            select a.id, a.dispatch_id, a.unit_id, 'HAND', :day, 'WAITING', :now
              from assignment a where a.dispatch_id = :dispatch and %s order by a.id\
            """.formatted(TO_BE_URGED))
                .with("dispatch", dispatch)
                .with("day", day)
                .with("now", now)
                .update();
    }

    /** What has been handed in, or asked about, since it was to be urged. */
    void skipDone(long dispatch, Step step, Instant due) {
        rows.sql("""
            update urge x join assignment a on a.id = x.assignment_id
               set x.state = 'SKIPPED'
             where x.dispatch_id = :dispatch and x.step = :step and x.due = :due and x.state = 'WAITING'
               and not (%s)\
            """.formatted(TO_BE_URGED))
                .with("dispatch", dispatch)
                .with("step", step)
                .with("due", due)
                .update();
    }

    /**
     * Somebody who is told.
     *
     * @param urge of one assignment
     * @param unit that is told
     * @param late of UP, how many units below it are late
     */
    record Told(long urge, long assignment, long unit, long late) {}

    /** Of UP one for each unit above, with the first of what is late below it. */
    @Unscoped("work of the platform; nobody sees the rows")
    List<Told> listWaiting(long dispatch, Step step, Instant due) {
        String text = step == Step.UP ? """
            select min(x.id) urge, min(x.assignment_id) assignment, x.superior_id unit, count(*) late
              from urge x where x.dispatch_id = :dispatch and x.step = :step and x.due = :due
               and x.state = 'WAITING' and x.superior_id is not null
             group by x.superior_id order by x.superior_id\
            """ : """
                select x.id urge, x.assignment_id assignment, x.unit_id unit, 0 late
                  from urge x where x.dispatch_id = :dispatch and x.step = :step and x.due = :due
                   and x.state = 'WAITING' order by x.id\
                """;
        return rows.unscoped(text)
                .with("dispatch", dispatch)
                .with("step", step)
                .with("due", due)
                .list(Told.class);
    }

    void told(long dispatch, Step step, Instant due) {
        rows.sql("""
            update urge set state = 'TOLD'
             where dispatch_id = :dispatch and step = :step and due = :due and state = 'WAITING'\
            """)
                .with("dispatch", dispatch)
                .with("step", step)
                .with("due", due)
                .update();
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
