package cn.dangjian.dues.match.statement;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Tables {@code statement}, {@code statement_line} and {@code statement_due}. */
@Repository
class StatementTable {

    private final Rows rows;

    StatementTable(Rows rows) {
        this.rows = rows;
    }

    record New(Source source, String name, @Nullable LocalDate day, long unit, String subject, Instant at) {}

    /** The list of this name, a new one if there is none, and when it came last; held until the transaction ends. */
    @Unscoped("lists are stored for whoever sent them, and that of the provider for all")
    long open(New statement) {
        rows.sql("""
            insert into statement (source, name, day, unit_id, subject, at)
            values (:source, :name, :day, :unit, :subject, :at) on duplicate key update at = values(at)\
            """).with(statement).update();
        return rows.unscoped("select id from statement where source = :source and name = :name for update")
                .with(statement)
                .get(Long.class);
    }

    /** Lines that are there already are not added again; of an order that is known here its unit and member are taken. */
    void addProvided(long statement, LocalDate day, long elsewhere, List<DailyBill.Row> lines) {
        rows.sql("""
            insert into statement_line (statement_id, source, kind, day, unit_id, reference, ordered, fen, at, member_id,
                                        sender_id)
            select :statement, 'PROVIDER', :kind, :day, coalesce(o.unit_id, :elsewhere), :reference, :ordered, :fen, :at,
                   o.member_id, 0
              from (select 1 one) line left join pay_order o on o.number = :ordered
            on duplicate key update sender_id = 0\
            """)
                .with("statement", statement)
                .with("day", day)
                .with("elsewhere", elsewhere)
                .each(lines);
    }

    record Totals(int count, long fen) {}

    @Unscoped("the provider's own totals are held against it")
    Totals totals(long statement) {
        return rows.unscoped("""
            select count(*) count, cast(coalesce(sum(if(kind = 'REFUND', -fen, fen)), 0) as signed) fen
              from statement_line where statement_id = :statement\
            """).with("statement", statement).get(Totals.class);
    }

    record BankRow(
            long statement,
            LocalDate day,
            long unit,
            String reference,
            long fen,
            @Nullable String payer,
            @Nullable Long memberId,
            long sender) {}

    /** @throws org.springframework.dao.DuplicateKeyException if the bank's number came before */
    long addBanked(BankRow line) {
        return rows.sql("""
            insert into statement_line (statement_id, source, kind, day, unit_id, reference, fen, payer, member_id, sender_id)
            values (:statement, 'BANK', 'PAYMENT', :day, :unit, :reference, :fen, :payer, :memberId, :sender)\
            """).with(line).insert();
    }

    /** Where lines stand whose order nobody here knows. */
    @Unscoped("the province's own id")
    long province() {
        return rows.unscoped("select id from unit where parent_id is null order by path limit 1")
                .get(Long.class);
    }

    /** @param fen what was paid less what went back */
    record Sum(Source source, int lines, long fen) {}

    List<Sum> list(LocalDate day, Scope scope) {
        return rows.sql("""
            select l.source, count(*) `lines`, cast(sum(if(l.kind = 'REFUND', -l.fen, l.fen)) as signed) fen
              from statement_line l join unit u on u.id = l.unit_id and {scope u}
             where l.source in ('PROVIDER', 'BANK') and l.day = :day group by l.source order by l.source\
            """).in(scope).with("day", day).list(Sum.class);
    }

    /** Asked for again, it is fetched again. */
    void due(LocalDate day, String subject, Instant at) {
        rows.sql("""
            insert into statement_due (day, subject, asks, next_ask_at) values (:day, :subject, 0, :at)
            on duplicate key update asks = 0, next_ask_at = values(next_ask_at), problem = null\
            """).with("day", day).with("subject", subject).with("at", at).update();
    }

    private record NewDue(LocalDate day) {}

    /** Those that are asked for already are asked for as before. */
    void dueUnlessDue(List<LocalDate> days, String subject, Instant at) {
        rows.sql("""
            insert into statement_due (day, subject, asks, next_ask_at) values (:day, :subject, 0, :at)
            on duplicate key update day = values(day)\
            """)
                .with("subject", subject)
                .with("at", at)
                .each(days.stream().map(NewDue::new).toList());
    }

    /** @param at when it came last */
    record Fetched(LocalDate day, LocalDateTime at) {}

    @Unscoped("which days were fetched")
    List<Fetched> listFetched(LocalDate from, LocalDate to) {
        return rows.unscoped("""
            select day, at from statement where source = 'PROVIDER' and name between :from and :to and day is not null\
            """)
                .with("from", from.toString())
                .with("to", to.toString())
                .list(Fetched.class);
    }

    record Due(
            LocalDate day,
            String subject,
            int asks,
            @Nullable String problem) {}

    @Unscoped("which days are fetched")
    Optional<Due> findDue(LocalDate day) {
        return rows.unscoped("select day, subject, asks, problem from statement_due where day = :day")
                .with("day", day)
                .find(Due.class);
    }

    @Unscoped("whether a day was fetched")
    boolean isThere(LocalDate day) {
        return rows.unscoped("select id from statement where source = 'PROVIDER' and name = :name")
                .with("name", day.toString())
                .exists();
    }

    @Unscoped("work of the platform; nobody sees the rows")
    List<Due> take(Instant now, int most) {
        return rows.unscoped("""
            select day, subject, asks, problem from statement_due force index (statement_due_ask)
             where next_ask_at <= :now order by next_ask_at limit :most for update skip locked\
            """).with("now", now).with("most", most).list(Due.class);
    }

    record Next(LocalDate day, Instant next) {}

    void asked(List<Next> next) {
        rows.sql("update statement_due set asks = asks + 1, next_ask_at = :next where day = :day")
                .each(next);
    }

    void done(LocalDate day) {
        rows.sql("delete from statement_due where day = :day").with("day", day).update();
    }

    void note(LocalDate day, String problem) {
        rows.sql("update statement_due set problem = :problem where day = :day")
                .with("day", day)
                .with("problem", problem)
                .update();
    }
}
