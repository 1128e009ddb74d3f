package cn.dangjian.dues.care.late;

import cn.dangjian.dues.care.late.LateDueTable.Run;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.directory.rows.Statement;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Table {@code late}: made by set. */
@Repository
class LateTable {

    /**
     * Of each of those WHO: his months before {@code :current} and what is paid, the oldest first; the open ones in rows
     * without a gap; of these the longest, of equal ones the latest.
     */
    private static final String COUNTED = """
        with who as (WHO),
        billed as (
            select w.member_id, w.unit_id, b.month, sum(b.fen) fen
              from who w straight_join bill b force index (bill_once) on b.member_id = w.member_id and b.month < :current
             group by w.member_id, w.unit_id, b.month),
        paid as (
            select w.member_id,
                   coalesce((select sum(e.fen) from entry e force index (entry_credit)
                              where e.credit_owner = w.member_id and e.credit = 'MEMBER' and e.fund = 'DUES'), 0)
                   - coalesce((select sum(e.fen) from entry e force index (entry_debit)
                                where e.debit_owner = w.member_id and e.debit = 'MEMBER' and e.fund = 'DUES'), 0) fen
              from who w),
        running as (
            select b.member_id, b.unit_id, b.month, b.fen,
                   sum(b.fen) over (partition by b.member_id order by b.month) owed
              from billed b),
        unpaid as (
            select r.member_id, r.unit_id, r.month, least(r.fen, r.owed - p.fen) fen,
                   timestampdiff(month, '2000-01-01', r.month)
                     - row_number() over (partition by r.member_id order by r.month) place
              from running r join paid p on p.member_id = r.member_id
             where r.fen > 0 and r.owed > p.fen),
        gapless as (
            select x.member_id, x.unit_id, count(*) months, min(x.month) since_month
              from unpaid x group by x.member_id, x.unit_id, x.place),
        longest as (
            select g.member_id, g.unit_id, g.months, g.since_month,
                   row_number() over (partition by g.member_id order by g.months desc, g.since_month desc) place
              from gapless g),
        whole as (select x.member_id, count(*) months, sum(x.fen) fen from unpaid x group by x.member_id)
        select l.member_id as member, l.unit_id unit, l.months, l.since_month since, o.months open_months, o.fen
          from longest l join whole o on o.member_id = l.member_id
         where l.place = 1\
        """;

    private static final String COUNT = """
        insert into late (member_id, unit_id, months, since_month, open_months, fen)
        %s
        on duplicate key update unit_id = values(unit_id), months = values(months), since_month = values(since_month),
            open_months = values(open_months), fen = values(fen)\
        """.formatted(COUNTED);

    /** Those who pay at the units of an area. */
    private static final String OF_AREA = """
        select p.member_id, p.unit_id
          from unit u straight_join payer p force index (payer_unit)
            on p.unit_id = u.id and p.to_on = '9999-12-31' and p.status in ('PROBATIONARY', 'FULL')
         where {scope u} and (:own = false or u.id = :unit)\
        """;

    private static final String OF_MEMBERS = """
        select p.member_id, p.unit_id from payer p force index (primary)
         where p.member_id in (:members) and p.to_on = '9999-12-31' and p.status in ('PROBATIONARY', 'FULL')
           and p.unit_id > 0\
        """;

    private static final String IN_AREA =
            "unit_id in (select u.id from unit u where {scope u} and (:own = false or u.id = :unit))";

    private static final String IN_MEMBERS = "member_id in (:members)";

    private final Rows rows;

    LateTable(Rows rows) {
        this.rows = rows;
    }

    /** Counts all of an area anew, as of the months before one. */
    void recount(Run run, LocalDate current) {
        of(run, "delete from late where " + IN_AREA).update();
        of(run, COUNT.replace("WHO", OF_AREA)).with("current", current).update();
    }

    /** The same of some members, wherever they are. */
    void recount(Collection<Long> members, LocalDate current) {
        rows.sql("delete l from late l force index (primary) where l." + IN_MEMBERS)
                .with("members", members)
                .update();
        rows.sql(COUNT.replace("WHO", OF_MEMBERS))
                .with("members", members)
                .with("current", current)
                .update();
    }

    /** The units of an area at which anybody is late. */
    @Unscoped("work of the platform; nobody sees the rows")
    List<Long> listUnits(Run run) {
        return of(run, "select distinct unit_id from late where " + IN_AREA).list(Long.class);
    }

    /** The units at which these members are late. */
    @Unscoped("work of the platform; nobody sees the rows")
    List<Long> listUnits(Collection<Long> members) {
        return rows.unscoped("select distinct unit_id from late force index (primary) where " + IN_MEMBERS)
                .with("members", members)
                .list(Long.class);
    }

    /** How late somebody is by the books, whatever was counted before; nothing is written. */
    @Unscoped("the member was found in the caller's scope")
    Optional<Late> findNow(long member, LocalDate current) {
        return rows.unscoped(COUNTED.replace("WHO", OF_MEMBERS))
                .with("members", List.of(member))
                .with("current", current)
                .find(Late.class);
    }

    /** How late somebody was when he was counted. */
    @Unscoped("the member was found in the caller's scope, or asks for himself")
    Optional<Late> find(long member) {
        return rows.unscoped("""
            select member_id as member, months, since_month since, open_months, fen from late where member_id = :member\
            """).with("member", member).find(Late.class);
    }

    private Statement of(Run run, String text) {
        return rows.sql(text).in(run.scope()).with(run);
    }
}
