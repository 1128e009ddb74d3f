package cn.dangjian.dues.match.statement;

import cn.dangjian.dues.book.ledger.Account;
import cn.dangjian.dues.book.ledger.Booking;
import cn.dangjian.dues.book.ledger.Fund;
import cn.dangjian.dues.book.ledger.LedgerTable;
import cn.dangjian.dues.book.ledger.Line;
import cn.dangjian.dues.roll.Payer;
import cn.dangjian.platform.directory.desk.Desk;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** 代收入账: a row of a bank's list becomes a payment, in the books of the member's branch; once. */
@Service
public class BookBankRow {

    private final LedgerTable ledger;
    private final List<StatementObserver> observers;

    BookBankRow(LedgerTable ledger, List<StatementObserver> observers) {
        this.ledger = ledger;
        this.observers = observers;
    }

    void cameOn(Collection<LocalDate> days) {
        for (var day : days) for (var observer : observers) observer.linesCame(Source.BANK, day);
    }

    void book(long line, Payer payer, TakeBankRows.Line row, Desk desk) {
        book(line, payer, Objects.requireNonNull(row.amount()).fen(), row.day(), row.payer(), desk);
    }

    /** Whether something may be booked on that day where he belongs. */
    boolean isOpen(Payer payer, LocalDate day) {
        return ledger.open(day, List.of(payer.unit().value())).equals(day);
    }

    /** Books a row on its day, or on the first open one if its month was closed meanwhile. */
    public long bookLate(long line, Payer payer, long fen, LocalDate day, @Nullable String by, Desk desk) {
        return book(line, payer, fen, ledger.open(day, List.of(payer.unit().value())), by, desk);
    }

    /**
     * Books a row.
     *
     * @throws org.springframework.dao.DuplicateKeyException if it is booked already
     */
    private long book(long line, Payer payer, long fen, LocalDate day, @Nullable String by, Desk desk) {
        var entry = new Line(Fund.DUES, Account.cash(payer.unit().value()), Account.member(payer.member()), fen);
        var booking = Booking.payment(
                "bank:" + line, Booking.Kind.PAYMENT, payer.unit().value(), payer.member(), fen, day, "BANK", by, null);
        return ledger.post(booking, List.of(entry), desk);
    }
}
