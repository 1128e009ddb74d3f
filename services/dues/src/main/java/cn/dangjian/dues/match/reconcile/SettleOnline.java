package cn.dangjian.dues.match.reconcile;

import cn.dangjian.dues.match.reconcile.FindingTable.Held;
import cn.dangjian.dues.online.order.BookOrder;
import cn.dangjian.dues.online.provider.PaymentProvider;
import cn.dangjian.dues.online.provider.Trade;
import cn.dangjian.platform.directory.desk.Desk;
import java.time.ZoneOffset;
import java.util.Objects;
import org.springframework.stereotype.Service;

/** What the provider's list says is booked like what the provider tells, with the same checks. */
@Service
class SettleOnline {

    private final BookOrder bookOrder;
    private final PaymentProvider provider;
    private final SettlementTable settlements;

    SettleOnline(BookOrder bookOrder, PaymentProvider provider, SettlementTable settlements) {
        this.bookOrder = bookOrder;
        this.provider = provider;
        this.settlements = settlements;
    }

    /** The list was read as one of ours, in our currency; from now on the books say it too, and it is paid out. */
    long book(Held line) {
        settlements.mark(Objects.requireNonNull(line.lineId()));
        return bookOrder
                .paid(new Trade(
                        Objects.requireNonNull(line.ordered()),
                        line.reference(),
                        provider.merchant(),
                        Trade.State.SUCCESS,
                        Objects.requireNonNull(line.fen()),
                        Trade.CURRENCY,
                        Objects.requireNonNull(line.at()).toInstant(ZoneOffset.UTC)))
                .posting();
    }

    /** The booking of an order that goes back is not taken back too. */
    boolean mayBeTakenBack(Held finding) {
        String ordered = finding.ordered();
        return ordered == null || bookOrder.isPaid(ordered);
    }

    boolean giveBack(Held finding, String reason, Desk desk) {
        String ordered = finding.ordered();
        return ordered != null && bookOrder.giveBack(ordered, reason, desk.subject(), desk.now());
    }
}
