package cn.dangjian.dues.total.sum;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import org.springframework.stereotype.Repository;

/**
 * Tables {@code sum_mark}, {@code sum_turn} and {@code unit_month}; other rooms mark here what is to be added up again. Each mark
 * is a row of its own: nobody who books waits for another one, nor for whoever adds up.
 */
@Repository
public class SumTable {

    private static final String KEYS = """
        json_table(:keys, '$[*]' columns (unit_id bigint path '$.unit', month date path '$.month')) k\
        """;

    /** What the bookings say: a booking that takes another one back counts as that one, the other way. */
    private static final String BOOKED = """
        select k.unit_id, k.month,
               sum(case coalesce(o.kind, p.kind) when 'PAYMENT' then p.fen when 'REFUND' then -p.fen
                   when 'STAY_RECEIVED' then p.fen when 'STAY_GIVEN' then -p.fen else 0 end
                   * case when o.id is null then 1 else -1 end) collected,
               sum(case coalesce(o.kind, p.kind) when 'GIFT' then p.fen else 0 end
                   * case when o.id is null then 1 else -1 end) given,
               sum(case p.kind when 'SENT' then p.fen else 0 end) passed_on,
               sum(case when p.kind in ('RECEIVED', 'FOUND') then p.fen else 0 end) received
          from KEYS straight_join posting p force index (posting_unit)
            on p.unit_id = k.unit_id and p.day >= k.month and p.day < k.month + interval 1 month
          left join posting o on o.id = p.reverses
         group by k.unit_id, k.month\
        """;

    /**
     * What the lines of bookings say, in the unit's own books and in those of others: each line once for each of its sides.
     * What a branch of stay hands back was collected by the branch of origin, and not passed on to it.
     */
    private static final String ACCOUNTS = """
        select s.unit_id, s.month,
               sum(case when s.sort in ('TRANSIT', 'DIFFERENCE', 'LOST', 'CENTRE') then 0 else s.fen end) held,
               sum(case s.sort when 'TRANSIT' then s.fen else 0 end) transit,
               sum(case s.sort when 'DIFFERENCE' then s.fen else 0 end) difference,
               sum(case s.sort when 'LOST' then s.fen else 0 end) lost,
               sum(case s.sort when 'CENTRE' then s.fen else 0 end) centre,
               sum(case when s.against in ('MEMBER', 'GIVEN', 'STAY') or s.sort = 'STAY' or s.against_owner = s.unit_id then 0
                        else -s.fen end) moved
          from (select p.unit_id, p.month, e.debit sort, e.debit_owner owner, e.credit against, e.credit_owner against_owner, e.fen
                  from (PLACES) p join entry e on e.posting_id = p.id
                 union all
                select p.unit_id, p.month, e.credit, e.credit_owner, e.debit, e.debit_owner, -e.fen
                  from (PLACES) p join entry e on e.posting_id = p.id) s
         where s.owner = s.unit_id and s.sort not in ('MEMBER', 'GIVEN')
         group by s.unit_id, s.month\
        """.replace("PLACES", """
            select k.unit_id, k.month, b.id from KEYS straight_join posting b force index (posting_unit)
                on b.unit_id = k.unit_id and b.day >= k.month and b.day < k.month + interval 1 month
             union
            select k.unit_id, k.month, b.id from KEYS straight_join posting b force index (posting_other)
                on b.other_id = k.unit_id and b.day >= k.month and b.day < k.month + interval 1 month\
            """);

    private final Rows rows;

    SumTable(Rows rows) {
        this.rows = rows;
    }

    /** What was booked of some units on a day is to be added up again. */
    public void markBooked(SortedSet<Long> units, LocalDate day) {
        var month = day.withDayOfMonth(1);
        rows.sql("insert into sum_mark (unit_id, month) values (:unit, :month)")
                .each(units.stream().map(unit -> new Key(unit, month)).toList());
    }

    /**
     * All months of some units are to be added up again. They are those of bills and bookings, not those of the sums: who adds
     * up something just now has not written its sums yet, and waits for nobody.
     */
    void markUnits(SortedSet<Long> units) {
        rows.sql("""
            insert into sum_mark (unit_id, month)
            select unit_id, month from (
              select b.unit_id, b.booked_month month from bill b force index (bill_booked) where b.unit_id in (:units)
               union
              select p.unit_id, date_sub(p.day, interval day(p.day) - 1 day) from posting p force index (posting_unit)
               where p.unit_id in (:units)
               union
              select p.other_id, date_sub(p.day, interval day(p.day) - 1 day) from posting p force index (posting_other)
               where p.other_id in (:units)) m\
            """).with("units", units).update();
    }

    /**
     * What was billed at all units of a scope, to count in a month, is to be added up again.
     *
     * @param own only this unit; 0 for all
     */
    public void markBilled(LocalDate booked, long own, Scope scope) {
        rows.sql("""
            insert into sum_mark (unit_id, month)
            select distinct b.unit_id, b.booked_month
              from unit u straight_join bill b force index (bill_booked) on b.unit_id = u.id and b.booked_month = :month
             where {scope u} and (:own = 0 or u.id = :own)\
            """).in(scope).with("own", own).with("month", booked).update();
    }

    /** What was billed of a month of some members is to be added up again, in the months in which it counts. */
    public void markBilled(LocalDate month, Collection<Long> members) {
        rows.sql("""
            insert into sum_mark (unit_id, month)
            select distinct unit_id, booked_month from bill where member_id in (:members) and month = :month\
            """).with("members", members).with("month", month).update();
    }

    record Key(long unit, LocalDate month) {}

    record Mark(long id, long unit, LocalDate month) {

        Key key() {
            return new Key(unit, month);
        }
    }

    /**
     * The whole state of a unit in a month; {@code version} grows with each one.
     *
     * @param path under which it was added to the sums of tiers; empty if nobody has heard of the unit
     */
    record UnitMonth(
            long unit,
            LocalDate month,
            String path,
            int payers,
            long billed,
            long collected,
            long passedOn,
            long received,
            long given,
            long held,
            long transit,
            long difference,
            long lost,
            long centre,
            long moved,
            long version) {

        Sums sums() {
            return new Sums(
                    payers,
                    billed,
                    collected,
                    passedOn,
                    received,
                    given,
                    held,
                    transit,
                    difference,
                    lost,
                    centre,
                    moved);
        }
    }

    /** Whether it is one's own turn to add up, until the transaction ends. */
    @Unscoped("work of the platform; nobody sees the rows")
    boolean takeTurn() {
        return rows.unscoped("select id from sum_turn for update skip locked").exists();
    }

    /** The oldest marks. */
    @Unscoped("work of the platform; nobody sees the rows")
    List<Mark> listMarks(int most) {
        return rows.unscoped("select id, unit_id unit, month from sum_mark order by id limit :most")
                .with("most", most)
                .list(Mark.class);
    }

    /**
     * Only these: an older one may be committed later. By their keys whatever the planner thinks of a short table: reading all of
     * it would wait for whoever books.
     */
    void done(List<Mark> marks) {
        rows.sql("delete d from sum_mark d force index (primary) where d.id in (:ids)")
                .with("ids", marks.stream().map(Mark::id).toList())
                .update();
    }

    /**
     * Makes the sums of these anew: what was billed and counts in the month, and what was taken and passed
     * on within it.
     */
    void make(String keys) {
        rows.sql("""
            insert into unit_month (unit_id, month, path, payers, billed, collected, passed_on, received, given, held, transit,
                                    difference, lost, centre, moved, version)
            select k.unit_id, k.month, coalesce(u.path, ''),
                   (select count(distinct b.member_id) from bill b force index (bill_booked)
                     where b.unit_id = k.unit_id and b.booked_month = k.month and b.month = k.month),
                   coalesce((select sum(b.fen) from bill b force index (bill_booked)
                              where b.unit_id = k.unit_id and b.booked_month = k.month), 0),
                   coalesce(t.collected, 0), coalesce(t.passed_on, 0), coalesce(t.received, 0), coalesce(t.given, 0),
                   coalesce(a.held, 0), coalesce(a.transit, 0), coalesce(a.difference, 0), coalesce(a.lost, 0),
                   coalesce(a.centre, 0), coalesce(a.moved, 0), 1
              from KEYS left join unit u on u.id = k.unit_id
              left join (BOOKED) t on t.unit_id = k.unit_id and t.month = k.month
              left join (ACCOUNTS) a on a.unit_id = k.unit_id and a.month = k.month
            on duplicate key update path = values(path), payers = values(payers), billed = values(billed),
                collected = values(collected), passed_on = values(passed_on), received = values(received),
                given = values(given), held = values(held), transit = values(transit), difference = values(difference),
                lost = values(lost), centre = values(centre), moved = values(moved), version = unit_month.version + 1\
            """.replace("BOOKED", BOOKED).replace("ACCOUNTS", ACCOUNTS).replace("KEYS", KEYS))
                .with("keys", keys)
                .update();
    }

    /** As they are kept; those that are not kept yet are left out. */
    @Unscoped("tells other services; nobody sees the rows")
    List<UnitMonth> list(String keys) {
        return rows.unscoped("""
            select m.unit_id unit, m.month, m.path, m.payers, m.billed, m.collected, m.passed_on, m.received, m.given, m.held,
                   m.transit, m.difference, m.lost, m.centre, m.moved, m.version
              from KEYS join unit_month m on m.unit_id = k.unit_id and m.month = k.month\
            """.replace("KEYS", KEYS)).with("keys", keys).list(UnitMonth.class);
    }

    void markAll() {
        rows.sql("""
            insert into sum_mark (unit_id, month) select unit_id, month from unit_month\
            """).update();
    }
}
