package cn.dangjian.dues.match.reconcile;

import cn.dangjian.dues.match.statement.Source;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Repository;

/**
 * Makes rows of table {@code finding} by set. Those that are open are made anew each time, since what they say may have
 * become right meanwhile; those that are settled stay.
 */
@Repository
class MatchTable {

    private static final String ADD = """
        insert into finding (source, day, unit_id, line_id, posting_id, result, state, version)
        \
        """;

    private final Rows rows;

    MatchTable(Rows rows) {
        this.rows = rows;
    }

    /** One run of a day at a time. */
    void begin(Source source, LocalDate day, Instant at) {
        rows.sql("""
            insert into finding_run (source, day, at) values (:source, :day, :at) on duplicate key update at = values(at)\
            """).with("source", source).with("day", day).with("at", at).update();
        rows.sql("delete from finding where source = :source and day = :day and state = 'OPEN'")
                .with("source", source)
                .with("day", day)
                .update();
    }

    private void add(String select, LocalDate day) {
        rows.sql(ADD + select).with("day", day).update();
    }

    /**
     * Lines of the provider: of an order one payment counts, the one that is booked; another one was paid twice. A booking
     * of the day before, around midnight, is found too; one that was taken back is none.
     */
    void matchProvided(LocalDate day) {
        rows.sql("""
            delete from finding where state = 'OPEN' and line_id is null and posting_id in (
                   select if(l.kind = 'PAYMENT', o.posting_id, o.refund_posting_id)
                     from statement_line l join pay_order o on o.number = l.ordered
                    where l.source = 'PROVIDER' and l.day = :day)\
            """).with("day", day).update();
        add("""
            select 'PROVIDER', r.day, r.unit_id, r.id, if(r.result in ('MATCHED', 'OTHER_AMOUNT'), r.posting, null), r.result,
                   if(r.result = 'MATCHED', 'SETTLED', 'OPEN'), 1
              from (select l.day, l.unit_id, l.id,
                           if(exists (select 1 from finding o where o.posting_id = p.id), null, p.id) posting,
                           case when p.id is null then 'MISSING_HERE'
                                when l.kind = 'PAYMENT' and l.reference <> o.trade then 'TWICE'
                                when l.kind = 'REFUND' and l.reference <> concat(o.number, 'R') then 'TWICE'
                                when exists (select 1 from posting v where v.reverses = p.id) then 'MISSING_HERE'
                                when p.fen <> l.fen then 'OTHER_AMOUNT'
                                else 'MATCHED' end result
                      from statement_line l
                      left join pay_order o on o.number = l.ordered
                      left join posting p on p.id = if(l.kind = 'PAYMENT', o.posting_id, o.refund_posting_id)
                     where l.source = 'PROVIDER' and l.day = :day
                       and not exists (select 1 from finding f where f.line_id = l.id)) r\
            """, day);
        add("""
            select 'PROVIDER', p.day, p.unit_id, null, p.id, 'MISSING_THERE', 'OPEN', 1
              from posting p force index (posting_way)
              left join pay_order o on o.posting_id = p.id
              left join pay_order r on r.refund_posting_id = p.id
             where p.way = 'ONLINE' and p.day = :day and p.kind in ('PAYMENT', 'REFUND')
               and not exists (select 1 from finding f where f.posting_id = p.id)
               and not exists (select 1 from statement_line l
                                where l.ordered = coalesce(o.number, r.number) and l.kind = p.kind
                                  and l.reference = coalesce(o.trade, concat(r.number, 'R')))\
            """, day);
        rows.sql("""
            insert into settle_due (unit_id, day)
            select l.unit_id, l.day from statement_line l where l.source = 'PROVIDER' and l.day = :day
             union
            select r.unit_id, r.day from statement_line l join statement_line r on r.ordered = l.ordered and r.kind = 'REFUND'
             where l.source = 'PROVIDER' and l.day = :day
            on duplicate key update day = values(day)\
            """).with("day", day).update();
    }

    /**
     * Lines of banks: those that are payments match what was booked of them; the others are held against transfers of the
     * same member, day and amount, one against one, and then against transfers of the same member and day.
     */
    void matchBanked(LocalDate day) {
        add("""
            select 'BANK', l.day, l.unit_id, l.id, p.id, if(p.fen = l.fen, 'MATCHED', 'OTHER_AMOUNT'),
                   if(p.fen = l.fen, 'SETTLED', 'OPEN'), 1
              from statement_line l join posting p on p.cause = concat('bank:', l.id)
             where l.source = 'BANK' and l.day = :day
               and not exists (select 1 from finding f where f.line_id = l.id or f.posting_id = p.id)\
            """, day);
        add("""
            select 'BANK', l.day, l.unit_id, l.id, p.id, 'MATCHED', 'SETTLED', 1
              from (select l.id, l.day, l.unit_id, l.member_id, l.fen,
                           row_number() over (partition by l.member_id, l.fen order by l.id) n
                      from statement_line l
                     where l.source = 'BANK' and l.day = :day and l.member_id is not null
                       and not exists (select 1 from finding f where f.line_id = l.id)) l
              join (select p.id, p.member_id, p.fen,
                           row_number() over (partition by p.member_id, p.fen order by p.id) n
                      from posting p force index (posting_way)
                     where p.way = 'TRANSFER' and p.day = :day and p.kind in ('PAYMENT', 'GIFT')
                       and not exists (select 1 from posting r where r.reverses = p.id)
                       and not exists (select 1 from finding f where f.posting_id = p.id)) p
                on p.member_id = l.member_id and p.fen = l.fen and p.n = l.n\
            """, day);
        add("""
            select 'BANK', l.day, l.unit_id, l.id, p.id, 'OTHER_AMOUNT', 'OPEN', 1
              from (select l.id, l.day, l.unit_id, l.member_id,
                           row_number() over (partition by l.member_id order by l.id) n
                      from statement_line l
                     where l.source = 'BANK' and l.day = :day and l.member_id is not null
                       and not exists (select 1 from finding f where f.line_id = l.id)) l
              join (select p.id, p.member_id, row_number() over (partition by p.member_id order by p.id) n
                      from posting p force index (posting_way)
                     where p.way = 'TRANSFER' and p.day = :day and p.kind in ('PAYMENT', 'GIFT')
                       and not exists (select 1 from posting r where r.reverses = p.id)
                       and not exists (select 1 from finding f where f.posting_id = p.id)) p
                on p.member_id = l.member_id and p.n = l.n\
            """, day);
        add("""
            select 'BANK', l.day, l.unit_id, l.id, null, 'MISSING_HERE', 'OPEN', 1
              from statement_line l
             where l.source = 'BANK' and l.day = :day and not exists (select 1 from finding f where f.line_id = l.id)\
            """, day);
        add("""
            select 'BANK', p.day, p.unit_id, null, p.id,
                   if(exists (select 1 from posting q join finding f on f.posting_id = q.id and f.result = 'MATCHED'
                               where q.member_id = p.member_id and q.day = p.day and q.fen = p.fen and q.id <> p.id),
                      'TWICE', 'MISSING_THERE'), 'OPEN', 1
              from (select distinct c.path from statement_line l join unit c on c.id = l.sender_id
                     where l.source = 'BANK' and l.day = :day) c
              join unit u on u.path between c.path and concat(c.path, '~')
              join posting p force index (posting_way)
                on p.way in ('TRANSFER', 'BANK') and p.day = :day and p.kind in ('PAYMENT', 'GIFT') and p.unit_id = u.id
             where not exists (select 1 from posting r where r.reverses = p.id)
               and not exists (select 1 from finding f where f.posting_id = p.id)\
            """, day);
    }
}
