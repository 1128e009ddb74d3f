package cn.dangjian.dues.remit.heir;

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

    /** Those of whom an account still holds money, held until the transaction ends. */
    @Unscoped("work of the platform; nobody sees the rows")
    List<Ended> listHolding() {
        return rows.unscoped("""
            select h.unit_id unit, h.heir_id heir, h.day, h.subject from heir_done h
             where exists (select 1 from entry e force index (entry_debit)
                            where e.debit_owner = h.unit_id and e.debit = 'CASH')
             order by h.unit_id for update\
            """).list(Ended.class);
    }
}
