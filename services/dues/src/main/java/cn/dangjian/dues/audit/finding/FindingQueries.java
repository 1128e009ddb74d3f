package cn.dangjian.dues.audit.finding;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.directory.rows.Statement;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Looks through the members of some units by set. Members are looked at where they are today, or were last. */
@Repository
@Unscoped("members of units that were found in the caller's scope")
class FindingQueries {

    /** Of {@code :units}: whoever is, or was last, there. */
    private static final String LAST = """
        from unit u straight_join payer p force index (payer_unit) on p.unit_id = u.id and p.to_on = '9999-12-31'\
        """;

    private static final String MEMBERS = " where u.id in (:units) and p.status in ('PROBATIONARY', 'FULL')";

    /** What the member has paid in the last time and was not taken back. */
    private static final String PAID = """
        straight_join posting x force index (posting_member)
          on x.member_id = p.member_id and x.day >= :since and x.kind = 'PAYMENT'
        left join posting r on r.reverses = x.id\
        """;

    private final Rows rows;

    FindingQueries(Rows rows) {
        this.rows = rows;
    }

    record Place(long id, String name, String path) {}

    /**
     * @param member 0 of what is of the unit itself
     * @param reference a booking, where several of one member may be doubtful
     * @param fen of which amount it is
     * @param bound up to which bound that amount is right
     */
    record Found(
            long unit,
            long member,
            long reference,
            @Nullable LocalDate day,
            long fen,
            long bound) {}

    /** Units in the order of the tree, from one path on. */
    List<Place> listUnits(String from, boolean without, int most, Scope scope) {
        return rows.sql("""
            select u.id, u.name, u.path from unit u force index (unit_path)
             where {scope u} and (u.path > :from or (u.path = :from and not :without)) order by u.path limit :most\
            """)
                .in(scope)
                .with("from", from)
                .with("without", without)
                .with("most", most)
                .list(Place.class);
    }

    /** A base so little below a bound that one step more would cost more of the whole of it. */
    List<Found> notches(Collection<Long> units, LocalDate month, int within) {
        return of(units, """
            select p.unit_id unit, p.member_id as member, 0 reference, b.from_month as day, b.fen, r.upto_fen bound
            """ + LAST + """
             join base b force index (base_member)
               on b.member_id = p.member_id and b.from_month <= :month and b.to_month > :month
             join rate r on r.scale = b.scale and r.from_month <= :month and r.to_month > :month
                        and b.fen > r.over_fen and b.fen <= r.upto_fen and r.upto_fen - b.fen < :within\
            """ + MEMBERS)
                .with("month", month)
                .with("within", within)
                .list(Found.class);
    }

    /** Somebody in office who pays as a pensioner, and the like. */
    List<Found> unfit(Collection<Long> units, LocalDate month) {
        return of(units, """
            select p.unit_id unit, p.member_id as member, 0 reference, b.from_month as day, coalesce(b.fen, 0) fen, 0 bound
            """ + LAST + """
             join base b force index (base_member)
               on b.member_id = p.member_id and b.from_month <= :month and b.to_month > :month\
            """ + MEMBERS + """
             and (p.class = 'RETIRED' and b.scale in ('SALARY', 'ANNUAL', 'FARMER', 'STUDENT', 'UNEMPLOYED')
               or p.class = 'EMPLOYED' and b.scale in ('PENSION', 'FARMER', 'STUDENT', 'UNEMPLOYED'))\
            """).with("month", month).list(Found.class);
    }

    /** A payment in the books of a unit where the member was not on that day. */
    List<Found> elsewhere(Collection<Long> units, LocalDate since) {
        return of(
                        units,
                        "select p.unit_id unit, p.member_id as member, x.id reference, x.day as day, x.fen, 0 bound "
                                + LAST + " " + PAID
                                + """
                                 join payer d on d.member_id = x.member_id and x.day between d.from_on and d.to_on
                                             and d.status in ('PROBATIONARY', 'FULL') and d.unit_id <> x.unit_id
                                where u.id in (:units) and r.id is null
                                  and not exists (select 1 from stay_payment y where y.posting_id = x.id)\
                                """)
                .with("since", since)
                .list(Found.class);
    }

    /** A payment on a day on which he was no member. */
    List<Found> afterTheEnd(Collection<Long> units, LocalDate since) {
        return of(
                        units,
                        "select p.unit_id unit, p.member_id as member, x.id reference, x.day as day, x.fen, 0 bound "
                                + LAST + " " + PAID
                                + """
                                 where u.id in (:units) and r.id is null
                                   and not exists (select 1 from payer d where d.member_id = x.member_id
                                                    and x.day between d.from_on and d.to_on and d.status in ('PROBATIONARY', 'FULL'))\
                                """)
                .with("since", since)
                .list(Found.class);
    }

    /** Members since a month at least, of whom nobody has recorded on what they pay since then; farmers need none. */
    List<Found> withoutBase(Collection<Long> units, LocalDate month, LocalDate since) {
        return of(units, """
            select p.unit_id unit, p.member_id as member, 0 reference, p.from_on as day, 0 fen, 0 bound
            """ + LAST + MEMBERS + """
             and (p.class is null or p.class <> 'RURAL')
             and not exists (select 1 from base b where b.member_id = p.member_id
                                and b.from_month <= :month and b.to_month > :since)
             and exists (select 1 from payer d where d.member_id = p.member_id and d.from_on < :since
                            and d.status in ('PROBATIONARY', 'FULL'))\
            """)
                .with("month", month)
                .with("since", since)
                .list(Found.class);
    }

    /** A pay that was recorded before a month, and nothing since. */
    List<Found> oldBases(Collection<Long> units, LocalDate month, LocalDate before) {
        return of(units, """
            select p.unit_id unit, p.member_id as member, 0 reference, b.from_month as day, b.fen, 0 bound
            """ + LAST + """
             join base b force index (base_member)
               on b.member_id = p.member_id and b.from_month < :before and b.to_month > :month and b.fen is not null\
            """ + MEMBERS)
                .with("month", month)
                .with("before", before)
                .list(Found.class);
    }

    /** Who has paid more than so many months ahead of what was billed. */
    List<Found> ahead(Collection<Long> units, int months) {
        return of(units, """
            select unit, m.member, 0 reference, null as day, paid - billed fen, monthly * :months bound from (
              select p.unit_id unit, p.member_id as member,
                     coalesce((select sum(e.fen) from entry e force index (entry_credit)
                                where e.credit_owner = p.member_id and e.credit = 'MEMBER' and e.fund = 'DUES'), 0)
                   - coalesce((select sum(e.fen) from entry e force index (entry_debit)
                                where e.debit_owner = p.member_id and e.debit = 'MEMBER' and e.fund = 'DUES'), 0) paid,
                     coalesce((select sum(b.fen) from bill b where b.member_id = p.member_id), 0) billed,
                     coalesce((select sum(b.fen) from bill b where b.member_id = p.member_id
                                  and b.month = (select max(l.month) from bill l where l.member_id = p.member_id)), 0) monthly
            """ + LAST + """
               where u.id in (:units)) m
             where paid - billed > monthly * :months and paid > billed\
            """).with("months", months).list(Found.class);
    }

    /** A branch that still has what came in before a day: what went out since is counted for the oldest first. */
    List<Found> heldCash(Collection<Long> units, LocalDate before) {
        return of(units, """
            select unit, 0 as member, 0 reference, null as day, fen, 0 bound from (
              select u.id unit,
                     coalesce((select sum(e.fen) from entry e force index (entry_debit)
                                 join posting p on p.id = e.posting_id and p.day < :before
                                where e.debit_owner = u.id and e.debit = 'CASH' and e.fund = 'DUES'), 0)
                   - coalesce((select sum(e.fen) from entry e force index (entry_credit)
                                where e.credit_owner = u.id and e.credit = 'CASH' and e.fund = 'DUES'), 0) fen
                from unit u where u.id in (:units) and u.tier in ('VILLAGE', 'BRANCH')) h
             where fen > 0\
            """).with("before", before).list(Found.class);
    }

    private Statement of(Collection<Long> units, String text) {
        return rows.unscoped(text).with("units", units);
    }
}
