package cn.dangjian.dues.bill.month;

import cn.dangjian.dues.book.period.PeriodTable;
import cn.dangjian.dues.total.sum.SumTable;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.directory.rows.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Table {@code bill}: made by set.
 *
 * <p>Who is a member on any day of a month owes it, at the unit to which he belongs on the first such day: whoever moves
 * within the month pays it where he comes from, whoever becomes probationary pays from that month on.
 */
@Repository
class BillTable {

    /**
     * Of each payer what he owes of {@code :month}; without a scale where nobody has recorded on what he pays. Whoever was
     * relieved pays what was decided, or what is due if that is less.
     */
    private static final String EXPECTED = """
        select d.member_id, d.unit_id, d.status, d.class, b.id base_id, b.fen base_fen, r.id rate_id, f.id relief_id,
               coalesce(b.scale, case when :ruralIsFarmer and d.class = 'RURAL' then 'FARMER' end) scale, WHOLE whole_fen,
               case when f.fen = 0 then 0 else least(WHOLE, coalesce(f.fen, WHOLE)) end due_fen
          from PLACES
          left join base b force index (base_member)
            on b.member_id = d.member_id and b.from_month <= :month and b.to_month > :month
          left join rate r on r.scale = b.scale and r.from_month <= :month and r.to_month > :month
                          and b.fen > r.over_fen and b.fen <= r.upto_fen
          left join relief f force index (relief_member)
            on f.member_id = d.member_id and f.from_month <= :month and f.to_month > :month
         where WHICH
           and d.to_on >= :month and d.from_on < :next and d.status in ('PROBATIONARY', 'FULL')
           and not exists (select 1 from payer e
                            where e.member_id = d.member_id and e.status in ('PROBATIONARY', 'FULL')
                              and e.to_on >= :month and e.from_on < d.from_on)
           and (:deathIsBilled or not exists (select 1 from payer x where x.member_id = d.member_id
                                                 and x.status = 'DIED' and x.from_on < :next))\
        """;

    /** What is due without a relief. */
    private static final String WHOLE = "coalesce((b.fen * r.millionths + 500000) div 1000000, FLAT)";

    private static final String SCALE =
            "coalesce(b.scale, case when :ruralIsFarmer and d.class = 'RURAL' then 'FARMER' end)";

    /** From the units to those who belong to them. */
    private static final String BY_UNIT = "unit u straight_join payer d force index (payer_unit) on d.unit_id = u.id";

    /** From some members to their units. */
    private static final String BY_MEMBER = "payer d force index (primary) straight_join unit u on u.id = d.unit_id";

    /** Of a whole area; {@code and u.id = :own} for a unit alone. */
    private static final String AREA = "{scope u} and (:own = 0 or u.id = :own)";

    /** Of some members, where their unit was billed. */
    private static final String MEMBERS = """
        d.member_id in (:members) and u.path like :province
        and exists (select 1 from bill_run y join unit a on a.id = y.unit_id
                     where y.month = :month and y.state = 'DONE'
                       and (a.id = u.id or y.own = false and u.path between a.path and concat(a.path, '~')))\
        """;

    /** Of one member, whether his unit was billed or not. */
    private static final String MEMBER = "d.member_id = :member";

    private final Rows rows;
    private final SumTable sums;
    private final PeriodTable periods;
    private final List<BillObserver> observers;

    BillTable(Rows rows, SumTable sums, PeriodTable periods, List<BillObserver> observers) {
        this.rows = rows;
        this.sums = sums;
        this.periods = periods;
        this.observers = observers;
    }

    /** Bills everybody of an area who is not billed for the month; in a closed one it counts in the first open one. */
    void billArea(Area area, Terms terms, Instant at) {
        var open = periods.firstOpen(List.of(area.unit()));
        var booked = terms.month().isBefore(open) ? open : terms.month();
        filled("""
            insert into bill (member_id, month, booked_month, seq, unit_id, status, class, scale, base_id, base_fen, rate_id,
                              relief_id, due_fen, fen, cause, at)
            select e.member_id, :month, :booked, 0, e.unit_id, e.status, e.class, e.scale, e.base_id, e.base_fen, e.rate_id,
                   e.relief_id, e.due_fen, e.due_fen, 'BILLED', :at
              from (%s) e left join bill x on x.member_id = e.member_id and x.month = :month and x.seq = 0
             where x.id is null and e.due_fen is not null\
            """, AREA, terms)
                .in(area.scope())
                .with("own", area.ownId())
                .with("booked", booked)
                .with("at", at)
                .update();
        sums.markBilled(booked, area.ownId(), area.scope());
        for (var observer : observers) observer.billed(area.unit(), area.own(), terms.month());
    }

    /**
     * Brings what some members owe of a month to what it should be: one row for each difference, and its cause.
     * Of a month that is closed where he belongs it counts in the first open one.
     */
    void correct(Collection<Long> members, String province, Terms terms, Instant at) {
        int rows = filled("""
            insert into bill (member_id, month, booked_month, seq, unit_id, status, class, scale, base_id, base_fen, rate_id,
                              relief_id, due_fen, fen, cause, document, at)
            select t.member_id, :month,
                   coalesce((select max(c.month) + interval 1 month
                               from unit n join closing c on c.reopened_at is null and c.month >= :month
                               join unit g on g.id = c.unit_id and n.path between g.path and concat(g.path, '~')
                              where n.id = t.unit_id), :month),
                   coalesce((select max(x.seq) from bill x where x.member_id = t.member_id and x.month = :month), -1)
                     + row_number() over (partition by t.member_id order by sum(t.fen)),
                   t.unit_id, max(t.status), max(t.class), max(t.scale), max(t.base_id), max(t.base_fen), max(t.rate_id),
                   max(t.relief_id), coalesce(max(t.due_fen), 0), sum(t.fen), max(g.cause), max(g.document), :at
              from (select e.member_id, e.unit_id, e.status, e.class, e.scale, e.base_id, e.base_fen, e.rate_id, e.relief_id,
                           e.due_fen, e.due_fen fen from (%s) e where e.due_fen is not null
                     union all
                    select b.member_id, b.unit_id, null, null, null, null, null, null, null, null, -b.fen
                      from bill b where b.month = :month and b.member_id in (:members)) t
              join bill_due_again g on g.member_id = t.member_id
             group by t.member_id, t.unit_id having sum(t.fen) <> 0\
            """, MEMBERS, terms)
                .with("members", members)
                .with("province", province + "%")
                .with("at", at)
                .update();
        if (rows == 0) return;
        sums.markBilled(terms.month(), members);
        for (var observer : observers) observer.corrected(members);
    }

    /** What was billed in an area. */
    @Unscoped("of an area that was found in the caller's scope")
    Sum sum(Area area, LocalDate month) {
        return rows.sql("""
            select count(*) bills, coalesce(sum(b.fen), 0) fen
              from unit u straight_join bill b force index (bill_unit) on b.unit_id = u.id and b.month = :month and b.seq = 0
             where {scope u} and (:own = 0 or u.id = :own)\
            """)
                .in(area.scope())
                .with("own", area.ownId())
                .with("month", month)
                .get(Sum.class);
    }

    /** Members of an area of whom nobody knows on what they pay. */
    List<Missing> listMissing(Scope scope, Terms terms, long after, int limit) {
        return filled("""
            select e.member_id as member, e.unit_id unit, n.name unit_name, e.class member_class
              from (%s) e join unit n on n.id = e.unit_id
             where e.due_fen is null and e.member_id > :after order by e.member_id limit :limit\
            """, AREA, terms)
                .in(scope)
                .with("own", 0)
                .with("after", after)
                .with("limit", limit)
                .list(Missing.class);
    }

    /** What is due of a month without a relief; empty if nobody has recorded on what he pays, or he owes nothing. */
    @Unscoped("the member was found in the caller's scope")
    Optional<Long> findWhole(long member, Terms terms) {
        return rows.unscoped("select e.whole_fen from (%s) e where e.whole_fen is not null"
                        .formatted(expected(MEMBER, terms)))
                .with(terms)
                .with("member", member)
                .find(Long.class);
    }

    private Statement filled(String statement, String which, Terms terms) {
        return rows.sql(statement.formatted(expected(which, terms))).with(terms);
    }

    private static String expected(String which, Terms terms) {
        return EXPECTED.replace("PLACES", which.equals(AREA) ? BY_UNIT : BY_MEMBER)
                .replace("WHICH", which)
                .replace("WHOLE", WHOLE)
                .replace("FLAT", terms.flat(SCALE));
    }

    record Sum(int bills, long fen) {}

    /** Somebody who owes and of whom nobody has said on what he pays. */
    record Missing(
            long member,
            long unit,
            String unitName,
            @Nullable String memberClass) {}
}
