package cn.dangjian.dues.total.sum;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Tables {@code sum_due} and {@code unit_month}; other rooms mark here what is to be added up again. */
@Repository
public class SumTable {

    private final Rows rows;

    SumTable(Rows rows) {
        this.rows = rows;
    }

    /** What was booked at a unit on a day is to be added up again. */
    public void markBooked(long unit, LocalDate day) {
        rows.sql("""
            insert into sum_due (unit_id, month) values (:unit, :month) on duplicate key update month = values(month)\
            """).with("unit", unit).with("month", day.withDayOfMonth(1)).update();
    }

    /**
     * What was billed of a month at all units of a scope is to be added up again.
     *
     * @param own only this unit; 0 for all
     */
    public void markBilled(LocalDate month, long own, Scope scope) {
        rows.sql("""
            insert into sum_due (unit_id, month)
            select distinct b.unit_id, b.month
              from unit u straight_join bill b force index (bill_unit) on b.unit_id = u.id and b.month = :month
             where {scope u} and (:own = 0 or u.id = :own)
            on duplicate key update month = values(month)\
            """).in(scope).with("own", own).with("month", month).update();
    }

    /** What was billed of a month of some members is to be added up again. */
    public void markBilled(LocalDate month, Collection<Long> members) {
        rows.sql("""
            insert into sum_due (unit_id, month)
            select distinct unit_id, month from bill where member_id in (:members) and month = :month
            on duplicate key update month = values(month)\
            """).with("members", members).with("month", month).update();
    }

    record Key(long unit, LocalDate month) {}

    /** The whole state of a unit in a month; {@code version} grows with each one. */
    record UnitMonth(
            long unit,
            LocalDate month,
            int payers,
            long billed,
            long collected,
            long passedOn,
            long received,
            long version) {}

    /** Some that are due; nobody else takes them until the transaction ends. */
    @Unscoped("work of the platform; nobody sees the rows")
    List<Key> take(int most) {
        return rows.unscoped(
                        "select unit_id unit, month from sum_due order by unit_id, month limit :most for update skip"
                                + " locked")
                .with("most", most)
                .list(Key.class);
    }

    void done(List<Key> keys) {
        rows.sql("delete from sum_due where unit_id = :unit and month = :month").each(keys);
    }

    /** Makes the sums of these anew: what was billed of the month, and what was taken and passed on within it. */
    void make(String keys) {
        rows.sql("""
            insert into unit_month (unit_id, month, payers, billed, collected, passed_on, received, version)
            select k.unit_id, k.month,
                   (select count(distinct b.member_id) from bill b force index (bill_unit)
                     where b.unit_id = k.unit_id and b.month = k.month),
                   coalesce((select sum(b.fen) from bill b force index (bill_unit)
                              where b.unit_id = k.unit_id and b.month = k.month), 0),
                   coalesce((select sum(case p.kind when 'PAYMENT' then p.fen when 'REFUND' then -p.fen
                                             when 'STAY_RECEIVED' then p.fen when 'STAY_GIVEN' then -p.fen
                                             else case o.kind when 'PAYMENT' then -p.fen when 'REFUND' then p.fen else 0 end end)
                               from posting p force index (posting_unit) left join posting o on o.id = p.reverses
                              where p.unit_id = k.unit_id and p.day >= k.month and p.day < k.month + interval 1 month
                                and p.kind in ('PAYMENT', 'REFUND', 'REVERSAL', 'STAY_RECEIVED', 'STAY_GIVEN')), 0),
                   coalesce((select sum(p.fen) from posting p force index (posting_unit)
                              where p.unit_id = k.unit_id and p.day >= k.month and p.day < k.month + interval 1 month
                                and p.kind = 'SENT'), 0),
                   coalesce((select sum(p.fen) from posting p force index (posting_unit)
                              where p.unit_id = k.unit_id and p.day >= k.month and p.day < k.month + interval 1 month
                                and p.kind = 'RECEIVED'), 0), 1
              from json_table(:keys, '$[*]' columns (unit_id bigint path '$.unit', month date path '$.month')) k
            on duplicate key update payers = values(payers), billed = values(billed), collected = values(collected),
                passed_on = values(passed_on), received = values(received), version = version + 1\
            """).with("keys", keys).update();
    }

    @Unscoped("tells other services; nobody sees the rows")
    List<UnitMonth> list(String keys) {
        return rows.unscoped("""
            select m.unit_id unit, m.month, m.payers, m.billed, m.collected, m.passed_on, m.received, m.version
              from json_table(:keys, '$[*]' columns (unit_id bigint path '$.unit', month date path '$.month')) k
              join unit_month m on m.unit_id = k.unit_id and m.month = k.month\
            """).with("keys", keys).list(UnitMonth.class);
    }

    void markAll() {
        rows.sql("""
            insert into sum_due (unit_id, month) select unit_id, month from unit_month
            on duplicate key update month = values(month)\
            """).update();
    }
}
