package cn.dangjian.task.urge;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Tables {@code urge_run} and {@code urge_off}: what is gone through. */
@Repository
class LadderTable {

    private final Rows rows;

    LadderTable(Rows rows) {
        this.rows = rows;
    }

    /**
     * A deadline of a dispatch that is not long past, or soon to come.
     *
     * @param path of the issuer
     */
    record Falling(long dispatch, Instant due, Instant issuedAt, long issuer, String path) {}

    /** Dispatches' own deadlines, and dates of assignments. */
    @Unscoped("work of the platform; nobody sees the rows")
    List<Falling> listFalling(Instant from, Instant to) {
        return rows.unscoped("""
            select f.dispatch, f.due, d.issued_at, d.issuer_id issuer, u.path
              from (select id dispatch, deadline due from dispatch where deadline between :from and :to
                     union
                    select distinct dispatch_id, due_at from assignment where due_at between :from and :to) f
              join dispatch d on d.id = f.dispatch
              join unit u on u.id = d.issuer_id
             order by f.due, f.dispatch\
            """)
                .with("from", from)
                .with("to", to)
                .list((row, number) -> new Falling(
                        row.getLong("dispatch"),
                        UrgeTable.instant(row, "due"),
                        UrgeTable.instant(row, "issued_at"),
                        row.getLong("issuer"),
                        row.getString("path")));
    }

    record Run(long dispatch, Instant due, Step step) {}

    @Unscoped("work of the platform; nobody sees the rows")
    List<Run> listRuns(Instant from, Instant to) {
        return rows.unscoped("""
            select r.dispatch_id, r.due, r.step from urge_run r
             where r.dispatch_id in (select id from dispatch where deadline between :from and :to
                                      union
                                     select dispatch_id from assignment where due_at between :from and :to)\
            """)
                .with("from", from)
                .with("to", to)
                .list((row, number) -> new Run(
                        row.getLong("dispatch_id"),
                        UrgeTable.instant(row, "due"),
                        Step.valueOf(row.getString("step"))));
    }

    /** False if it has been gone through; whoever is at it is waited for. */
    boolean begin(Run run, Instant now) {
        return rows.sql("""
            insert ignore into urge_run (dispatch_id, due, step, at) values (:dispatch, :due, :step, :now)\
            """).with(run).with("now", now).update() > 0;
    }

    record Off(long unit, Step step) {}

    @Unscoped("switches say nothing about anybody")
    List<Off> listOff(Collection<Long> units) {
        if (units.isEmpty()) return List.of();
        return rows.unscoped("select unit_id unit, step from urge_off where unit_id in (:units)")
                .with("units", units)
                .list(Off.class);
    }

    void saveOff(Step step, Desk desk) {
        rows.sql("""
            insert into urge_off (unit_id, step, subject, at) values (:unit, :step, :subject, :at)
            on duplicate key update unit_id = values(unit_id)\
            """).with("unit", desk.unit().id()).with("step", step).by(desk).update();
    }

    void deleteOff(Step step, Desk desk) {
        rows.sql("delete from urge_off where unit_id = :unit and step = :step")
                .with("unit", desk.unit().id())
                .with("step", step)
                .update();
    }
}
