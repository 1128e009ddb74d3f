package cn.dangjian.dues.bill.month;

import cn.dangjian.dues.bill.month.BillTable.Sum;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code bill_run}. */
@Repository
public class RunTable {

    /** Counties, what stands beside them, and whoever is above: each is billed in one transaction, those alone. */
    private static final String AREA = """
        {scope u} and u.valid_to is null
               and (u.tier in ('PROVINCE', 'CITY', 'COUNTY')
                    or p.tier in ('PROVINCE', 'CITY') or p.kind = 'DIVISION_GROUP' or u.id = :top)\
        """;

    private final Rows rows;

    RunTable(Rows rows) {
        this.rows = rows;
    }

    enum State {
        WAITING,
        DONE
    }

    /** An area that waits to be billed. */
    record Waiting(long unit, boolean own, LocalDate month, String path) {

        Area area() {
            return new Area(unit, own, path);
        }
    }

    /** What was billed of an area. */
    record RunView(
            long unit,
            String unitName,
            boolean own,
            String path,
            State state,
            int bills,
            long fen,
            @Nullable OffsetDateTime doneAt) {}

    /**
     * Asks for a month of all areas in a scope: counties, what stands beside them, and the members of whoever is above.
     * Those that are done or wait already stay as they are.
     */
    int insert(Scope scope, LocalDate month, Desk desk) {
        return rows.sql("""
            insert into bill_run (unit_id, own, month, state, bills, fen, subject, asked_at)
            select u.id, u.tier in ('PROVINCE', 'CITY') or u.kind = 'DIVISION_GROUP', :month, 'WAITING', 0, 0, :subject, :at
              from unit u left join unit p on p.id = u.parent_id
             where AREA
            on duplicate key update unit_id = values(unit_id)\
            """.replace("AREA", AREA))
                .in(scope)
                .with("month", month)
                .with("top", desk.unit().id())
                .by(desk)
                .update();
    }

    /** One that waits; nobody else takes it until the transaction ends. */
    @Unscoped("work that somebody was allowed to ask for")
    Optional<Waiting> take() {
        return rows.unscoped("""
            select r.unit_id unit, r.own, r.month, u.path from bill_run r join unit u on u.id = r.unit_id
             where r.state = 'WAITING' order by r.month, r.unit_id limit 1 for update skip locked\
            """).find(Waiting.class);
    }

    void done(Waiting run, Sum sum, Instant at) {
        rows.sql("""
            update bill_run set state = 'DONE', bills = :bills, fen = :fen, done_at = :at
             where unit_id = :unit and own = :own and month = :month\
            """).with(run).with(sum).with("at", at).update();
    }

    /** What was asked for in a month, in the order of the tree. */
    List<RunView> list(LocalDate month, Scope scope) {
        return rows.sql("""
            select r.unit_id unit, u.name unit_name, r.own, u.path, r.state, r.bills, r.fen, r.done_at
              from unit u join bill_run r on r.unit_id = u.id and r.month = :month
             where {scope u} order by u.path limit 1000\
            """).in(scope).with("month", month).list(RunView.class);
    }

    /**
     * Waits until nobody bills any more, and lets nobody begin until the transaction ends: what is corrected then is
     * corrected for all who were billed with what was known before.
     */
    void lock() {
        rows.sql("select unit_id from bill_run lock in share mode").lock();
    }

    /** Waits for whoever bills a month or corrects any, and lets nobody begin until the transaction ends. */
    public void lock(LocalDate month) {
        rows.sql("select unit_id from bill_run where month = :month order by unit_id, own for update")
                .with("month", month)
                .lock();
    }

    /** An area in a scope of which a month is not billed. */
    public Optional<String> findUnbilled(LocalDate month, Unit top, Scope scope) {
        return rows.sql("""
            select u.name from unit u left join unit p on p.id = u.parent_id
             where AREA and not exists (
                   select 1 from bill_run r where r.month = :month and r.unit_id = u.id and r.state = 'DONE')
             order by u.path limit 1\
            """.replace("AREA", AREA))
                .in(scope)
                .with("month", month)
                .with("top", top.id())
                .find(String.class);
    }

    /** The months from one on in which anybody was billed. */
    @Unscoped("says nothing about anybody")
    List<LocalDate> listMonths(LocalDate from) {
        return rows.unscoped(
                        "select distinct month from bill_run where state = 'DONE' and month >= :from order by month")
                .with("from", from)
                .list(LocalDate.class);
    }
}
