package cn.dangjian.dues.pay.payment;

import static cn.dangjian.dues.pay.payment.PaymentRefusal.NOT_A_GIFT;
import static cn.dangjian.dues.pay.payment.PaymentRefusal.TOO_FAR_BACK;
import static cn.dangjian.dues.pay.payment.PaymentRefusal.TOO_MUCH;

import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.pay.due.Dues;
import cn.dangjian.dues.pay.due.Dues.MonthDue;
import cn.dangjian.dues.pay.payment.TakePayment.PaymentRequest;
import cn.dangjian.dues.roll.Payer;
import cn.dangjian.platform.rules.book.Rulebook;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How much and of which months somebody may pay at once, by what he owes. */
@Component
class PaymentBounds {

    private static final String GIFT_OVER = "dues.voluntary.centre.over";
    private static final String AHEAD = "dues.ahead.months";
    private static final String BACK = "dues.back.months";

    private final Dues dues;
    private final Rulebook rulebook;

    PaymentBounds(Dues dues, Rulebook rulebook) {
        this.dues = dues;
        this.rulebook = rulebook;
    }

    /** What he owes, and at most so many months ahead. */
    void refuseTooMuch(Payer payer, PaymentRequest request) {
        int ahead = rulebook.on(request.day()).number(AHEAD, payer.path());
        var owed = dues.owed(payer.member());
        long most = owed.open() + owed.monthly() * ahead;
        if (request.amount().fen() > most) throw TOO_MUCH.with(new Yuan(Math.max(owed.open(), 0)), ahead);
    }

    /**
     * What is paid settles the oldest month first: if that lies more than so many months before the one of the payment, the
     * branch says by which document that was allowed; until then the month stays open.
     *
     * @return the oldest month, if it lies so far back
     */
    @Nullable
    YearMonth refuseTooFarBack(Payer payer, PaymentRequest request) {
        var rules = rulebook.on(request.day());
        int back = rules.number(BACK, payer.path());
        var earliest = YearMonth.from(request.day()).minusMonths(back);
        var oldest = dues.months(payer.member()).stream()
                .filter(MonthDue::isOpen)
                .map(MonthDue::month)
                .findFirst()
                .filter(month -> month.isBefore(earliest))
                .orElse(null);
        if (oldest == null) return null;
        if (request.document() == null) throw TOO_FAR_BACK.with(oldest, back, rules.source(BACK, payer.path()));
        return oldest;
    }

    /** Only what is more goes to the Centre on a ledger of its own. */
    void refuseSmallGift(Payer payer, PaymentRequest request) {
        int over = rulebook.on(request.day()).number(GIFT_OVER, payer.path());
        if (request.amount().fen() <= over) throw NOT_A_GIFT.with(new Yuan(over));
    }
}
