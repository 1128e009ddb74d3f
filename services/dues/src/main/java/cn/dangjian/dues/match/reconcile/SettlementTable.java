package cn.dangjian.dues.match.reconcile;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Table {@code line_settled}, and whom {@code settle_due} names. */
@Unscoped("work of the platform; nobody sees the rows")
@Repository
class SettlementTable {

    private final Rows rows;

    SettlementTable(Rows rows) {
        this.rows = rows;
    }

    record Due(long unit, LocalDate day) {}

    /** Some that are due; nobody else takes them until the transaction ends. */
    List<Due> take(int most) {
        return rows.unscoped("""
            select unit_id unit, day from settle_due order by unit_id, day limit :most for update skip locked\
            """).with("most", most).list(Due.class);
    }

    void done(List<Due> due) {
        rows.sql("delete from settle_due where unit_id = :unit and day = :day").each(due);
    }

    /** The unit and the day of a line that is booked now. */
    void mark(long line) {
        rows.sql("""
            insert into settle_due (unit_id, day) select unit_id, day from statement_line where id = :line
            on duplicate key update day = values(day)\
            """).with("line", line).update();
    }

    /** @param fen less than nothing for what went back */
    record Paid(long id, long fen) {}

    /**
     * What the provider's list of a day and the books both say, and was not paid out. What went back counts if what it came from
     * does.
     */
    List<Paid> listPaid(Due due) {
        return rows.unscoped("""
            select l.id, if(l.kind = 'REFUND', -l.fen, l.fen) fen
              from statement_line l force index (statement_line_day)
              join pay_order o on o.number = l.ordered
              join posting p on p.id = if(l.kind = 'PAYMENT', o.posting_id, o.refund_posting_id) and p.fen = l.fen
             where l.source = 'PROVIDER' and l.day = :day and l.unit_id = :unit
               and (l.kind = 'PAYMENT' or exists (
                    select 1 from statement_line y join posting q on q.id = o.posting_id and q.fen = y.fen
                     where y.ordered = l.ordered and y.kind = 'PAYMENT' and y.reference = o.trade))
               and l.reference = if(l.kind = 'PAYMENT', o.trade, concat(o.number, 'R'))
               and not exists (select 1 from posting v where v.reverses = p.id)
               and not exists (select 1 from line_settled s where s.line_id = l.id)
             order by l.id\
            """).with(due).list(Paid.class);
    }

    /** @param posting 0 where what came and what went back are the same */
    void save(List<Paid> lines, long posting) {
        rows.sql("insert into line_settled (line_id, posting_id) values (:id, :posting)")
                .with("posting", posting)
                .each(lines);
    }
}
