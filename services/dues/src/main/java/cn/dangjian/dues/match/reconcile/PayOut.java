package cn.dangjian.dues.match.reconcile;

import cn.dangjian.dues.book.ledger.Account;
import cn.dangjian.dues.book.ledger.Booking;
import cn.dangjian.dues.book.ledger.Fund;
import cn.dangjian.dues.book.ledger.LedgerTable;
import cn.dangjian.dues.book.ledger.Line;
import cn.dangjian.dues.match.reconcile.SettlementTable.Due;
import cn.dangjian.dues.match.reconcile.SettlementTable.Paid;
import cn.dangjian.platform.directory.desk.Days;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 清算: what the provider's list of a day says and the books say too is money of the unit from then on, a booking for each
 * unit and day; what does not match stays with the provider until somebody has settled it.
 */
@Service
class PayOut {

    private static final int AT_ONCE = 100;
    private static final String PLATFORM = "service:dues";

    private final SettlementTable settlements;
    private final LedgerTable ledger;
    private final TransactionTemplate transaction;
    private final Days days;

    PayOut(SettlementTable settlements, LedgerTable ledger, TransactionTemplate transaction, Days days) {
        this.settlements = settlements;
        this.ledger = ledger;
        this.transaction = transaction;
        this.days = days;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void payOutDue() {
        while (Boolean.TRUE.equals(transaction.execute(status -> payOutSome()))) {
            // one transaction after the other, until none is due
        }
    }

    private boolean payOutSome() {
        var due = settlements.take(AT_ONCE);
        if (due.isEmpty()) return false;
        due.forEach(this::payOut);
        settlements.done(due);
        return true;
    }

    private void payOut(Due due) {
        var lines = settlements.listPaid(due);
        if (lines.isEmpty()) return;
        long sum = lines.stream().mapToLong(Paid::fen).sum();
        settlements.save(lines, sum == 0 ? 0 : post(due, lines.getFirst().id(), sum));
    }

    /** More may have gone back than has come in. */
    private long post(Due due, long first, long sum) {
        var cash = Account.cash(due.unit());
        var provider = Account.provider(due.unit());
        var line = new Line(Fund.DUES, sum > 0 ? cash : provider, sum > 0 ? provider : cash, Math.abs(sum));
        var booking = new Booking(
                "settled:" + due.unit() + ":" + first,
                Booking.Kind.SETTLED,
                due.unit(),
                null,
                null,
                line.fen(),
                days.today(),
                null,
                null,
                due.day().toString(),
                null);
        return ledger.post(booking, List.of(line), PLATFORM, days.now());
    }
}
