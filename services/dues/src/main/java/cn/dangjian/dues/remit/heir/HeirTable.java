package cn.dangjian.dues.remit.heir;

import cn.dangjian.dues.book.ledger.Fund;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Table {@code heir_done}. */
@Repository
class HeirTable {

    private final Rows rows;

    HeirTable(Rows rows) {
        this.rows = rows;
    }

    /** A unit that has ended, and who has its money since. */
    record Ended(long unit, long heir, LocalDate day, String subject) {}

    void save(Ended ended) {
        rows.sql("""
            insert into heir_done (unit_id, heir_id, day, subject) values (:unit, :heir, :day, :subject)
            on duplicate key update heir_id = values(heir_id), day = values(day)\
            """).with(ended).update();
    }

    /**
     * Money that is still on an account of a unit that has ended.
     *
     * @param fen less than nothing if more was taken back than there was
     */
    record Held(long ended, long heir, LocalDate day, String subject, Fund fund, long fen) {}

    /** All such money; of these units nobody else hands any over until the transaction ends. */
    @Unscoped("work of the platform; nobody sees the rows")
    List<Held> listHeld() {
        var units = list(List.of()).stream().map(Held::ended).distinct().toList();
        if (units.isEmpty()) return List.of();
        rows.sql("select unit_id from heir_done where unit_id in (:units) order by unit_id for update")
                .with("units", units)
                .lock();
        return list(units);
    }

    /** @param units only of these; empty for all */
    private List<Held> list(List<Long> units) {
        return rows.unscoped("""
            select h.unit_id ended, h.heir_id heir, h.day, h.subject, f.fund, cast(
                   (select coalesce(sum(d.fen), 0) from entry d force index (entry_debit)
                     where d.debit_owner = h.unit_id and d.debit = 'CASH' and d.fund = f.fund)
                 - (select coalesce(sum(c.fen), 0) from entry c force index (entry_credit)
                     where c.credit_owner = h.unit_id and c.credit = 'CASH' and c.fund = f.fund) as signed) fen
              from heir_done h join (select 'DUES' fund union all select 'VOLUNTARY') f
             where :every or h.unit_id in (:units)
            having fen <> 0 order by h.unit_id\
            """)
                .with("every", units.isEmpty())
                .with("units", units.isEmpty() ? List.of(0L) : units)
                .list(Held.class);
    }
}
