package cn.dangjian.dues.book.ledger;

import static cn.dangjian.dues.book.ledger.LedgerRefusal.MONTH_CLOSED;

import cn.dangjian.dues.book.period.PeriodTable;
import cn.dangjian.dues.total.sum.SumTable;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tables {@code posting} and {@code entry}: rows are added, never changed. Each line has both its sides in one row, so
 * the database holds nothing that does not balance.
 */
@Repository
public class LedgerTable {

    private final Rows rows;
    private final SumTable sums;
    private final PeriodTable periods;
    private final List<BookingObserver> observers;

    LedgerTable(Rows rows, SumTable sums, PeriodTable periods, List<BookingObserver> observers) {
        this.rows = rows;
        this.sums = sums;
        this.periods = periods;
        this.observers = observers;
    }

    private record Row(
            long posting,
            int line,
            Fund fund,
            Account.Sort debit,
            long debitOwner,
            Account.Sort credit,
            long creditOwner,
            long fen) {}

    /** A booking as it stands in the books. */
    public record Booked(
            long id, Booking.Kind kind, long unit, long memberId, long fen, LocalDate day, boolean reversed) {}

    /**
     * Books something; of one cause once.
     *
     * @return the booking's number
     * @throws cn.dangjian.platform.web.problem.ProblemException 409 {@code book.month-closed}: nothing is dated into a month that
     *     one of the units that it moves something of has closed
     * @throws org.springframework.dao.DuplicateKeyException if the cause is booked already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long post(Booking booking, List<Line> lines, Desk desk) {
        return post(booking, lines, desk.subject(), desk.now());
    }

    /** The same of what was decided elsewhere. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long post(Booking booking, List<Line> lines, String subject, Instant at) {
        var units = units(booking, lines);
        var open = periods.firstOpen(units);
        if (booking.day().isBefore(open)) throw MONTH_CLOSED.with(open);
        long id = rows.sql("""
            insert into posting (cause, kind, unit_id, other_id, member_id, fen, day, way, payer, text, reverses, subject, at)
            values (:cause, :kind, :unit, :other, :memberId, :fen, :day, :way, :payer, :text, :reverses, :subject, :at)\
            """)
                .with(booking)
                .with("subject", subject)
                .with("at", at)
                .insert();
        var entries = new ArrayList<Row>();
        for (var line : lines) entries.add(row(id, entries.size() + 1, line));
        rows.sql("""
            insert into entry (posting_id, line, fund, debit, debit_owner, credit, credit_owner, fen)
            values (:posting, :line, :fund, :debit, :debitOwner, :credit, :creditOwner, :fen)\
            """).each(entries);
        sums.markBooked(units, booking.day());
        var member = booking.memberId();
        if (member != null) for (var observer : observers) observer.booked(member);
        return id;
    }

    /**
     * Takes a booking back with one that moves the same the other way; of one booking once.
     *
     * @throws org.springframework.dao.DuplicateKeyException if it was taken back already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long reverse(Booked booked, LocalDate day, String reason, Desk desk) {
        var lines = rows.unscoped("""
            select fund, debit, debit_owner, credit, credit_owner, fen from entry where posting_id = :id order by line\
            """).with("id", booked.id()).list((row, number) -> new Line(
                        Fund.valueOf(row.getString("fund")),
                        new Account(Account.Sort.valueOf(row.getString("debit")), row.getLong("debit_owner")),
                        new Account(Account.Sort.valueOf(row.getString("credit")), row.getLong("credit_owner")),
                        row.getLong("fen"))
                .reversed());
        var booking = new Booking(
                "reversal:" + booked.id(),
                Booking.Kind.REVERSAL,
                booked.unit(),
                null,
                booked.memberId(),
                booked.fen(),
                day,
                null,
                null,
                reason,
                booked.id());
        return post(booking, lines, desk);
    }

    /** A payment or a gift in the books of a unit, held until the transaction ends. */
    @Unscoped("its unit is compared with the scope by the use case")
    public Optional<Booked> lock(long id) {
        return rows.unscoped("""
            select p.id, p.kind, p.unit_id unit, p.member_id, p.fen, p.day,
                   exists (select 1 from posting r where r.reverses = p.id) reversed
              from posting p where p.id = :id and p.member_id is not null for update\
            """).with("id", id).find(Booked.class);
    }

    /** Of whom a payment or a gift is. */
    @Unscoped("whoever asks has found the booking in the caller's scope")
    public Optional<Long> findMember(long posting) {
        return rows.unscoped("select member_id from posting where id = :posting and member_id is not null")
                .with("posting", posting)
                .find(Long.class);
    }

    /** Whether a booking was taken back. */
    @Unscoped("says nothing but whether")
    public boolean isReversed(long posting) {
        return rows.unscoped("select id from posting where reverses = :posting")
                .with("posting", posting)
                .exists();
    }

    /** What a member has paid of his dues, less what was taken back or returned. */
    @Unscoped("the member was found in the caller's scope, or asks for himself")
    public long paid(long member) {
        return balance(Account.member(member), Fund.DUES) * -1;
    }

    /** What an account holds: what was put in, less what was taken out. */
    @Unscoped("whose account it is was found in the caller's scope")
    public long balance(Account account, Fund fund) {
        return rows.unscoped("""
            select coalesce((select sum(fen) from entry force index (entry_debit)
                              where debit_owner = :owner and debit = :sort and fund = :fund), 0)
                 - coalesce((select sum(fen) from entry force index (entry_credit)
                              where credit_owner = :owner and credit = :sort and fund = :fund), 0)\
            """).with(account).with("fund", fund).get(Long.class);
    }

    /** The day itself, or the first one after it on which something may be booked of these units. */
    @Transactional(propagation = Propagation.MANDATORY)
    public LocalDate open(LocalDate day, Collection<Long> units) {
        var open = periods.firstOpen(units);
        return day.isBefore(open) ? open : day;
    }

    /** In whose books it is, and whose accounts it moves. */
    private static SortedSet<Long> units(Booking booking, List<Line> lines) {
        var units = new TreeSet<Long>();
        units.add(booking.unit());
        for (var line : lines) {
            if (line.debit().isOfUnit()) units.add(line.debit().owner());
            if (line.credit().isOfUnit()) units.add(line.credit().owner());
        }
        return units;
    }

    private static Row row(long posting, int number, Line line) {
        return new Row(
                posting,
                number,
                line.fund(),
                line.debit().sort(),
                line.debit().owner(),
                line.credit().sort(),
                line.credit().owner(),
                line.fen());
    }
}
