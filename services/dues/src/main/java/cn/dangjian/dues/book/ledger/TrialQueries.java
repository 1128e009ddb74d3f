package cn.dangjian.dues.book.ledger;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.util.List;
import org.springframework.stereotype.Repository;

/** 试算平衡: looks through the books for what must not be. */
@Repository
class TrialQueries {

    private final Rows rows;

    TrialQueries(Rows rows) {
        this.rows = rows;
    }

    /** The sums of all accounts of one sort. */
    record Sum(Fund fund, Account.Sort sort, long debit, long credit) {}

    /** @param what is wrong with a booking */
    record Wrong(long posting, String what) {}

    @Unscoped("sums of everything, for the operator")
    List<Sum> sums() {
        return rows.unscoped("""
            select fund, sort, cast(sum(debit) as signed) debit, cast(sum(credit) as signed) credit from (
              select fund, debit sort, fen debit, 0 credit from entry
               union all select fund, credit, 0, fen from entry) e
             group by fund, sort order by fund, sort\
            """).list(Sum.class);
    }

    /** Bookings whose lines are not what they say, and whose reversals do not take back what was booked. */
    @Unscoped("numbers of bookings, for the operator")
    List<Wrong> listWrong() {
        return rows.unscoped("""
            select p.id posting, 'NO_LINES' what from posting p
             where not exists (select 1 from entry e where e.posting_id = p.id)
             union all
            select e.posting_id, 'NO_BOOKING' from entry e left join posting p on p.id = e.posting_id where p.id is null
             union all
            select e.posting_id, 'MOVES_NOTHING' from entry e
             where e.fen <= 0 or (e.debit = e.credit and e.debit_owner = e.credit_owner)
             union all
            select p.id, 'REVERSAL_DIFFERS' from posting p join posting o on o.id = p.reverses
             where p.fen <> o.fen or exists (
                   select 1 from entry e left join entry f on f.posting_id = o.id and f.line = e.line
                      and f.debit = e.credit and f.debit_owner = e.credit_owner and f.credit = e.debit
                      and f.credit_owner = e.debit_owner and f.fen = e.fen and f.fund = e.fund
                    where e.posting_id = p.id and f.posting_id is null)
             order by 1 limit 1000\
            """).list(Wrong.class);
    }
}
