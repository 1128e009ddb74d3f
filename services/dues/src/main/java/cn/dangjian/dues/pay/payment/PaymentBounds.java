package cn.dangjian.dues.pay.payment;

import static cn.dangjian.dues.pay.payment.PaymentRefusal.NOT_A_GIFT;
import static cn.dangjian.dues.pay.payment.PaymentRefusal.TOO_FAR_BACK;
import static cn.dangjian.dues.pay.payment.PaymentRefusal.TOO_MUCH;

import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.pay.due.Ceiling;
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

    private final Ceiling ceiling;
    private final Rulebook rulebook;

    PaymentBounds(Ceiling ceiling, Rulebook rulebook) {
        this.ceiling = ceiling;
        this.rulebook = rulebook;
    }

    /** What he owes, and at most so many months ahead. */
    void refuseTooMuch(Payer payer, PaymentRequest request) {
        var most = ceiling.of(payer, request.day());
        if (request.amount().fen() > most.fen()) throw TOO_MUCH.with(new Yuan(most.open()), most.ahead());
    }

    /**
     * If the oldest open month lies too far back the branch says by which document that was allowed; until then the
     * month stays open.
     *
     * @return the oldest month, if it lies so far back
     */
    @Nullable
    YearMonth refuseTooFarBack(Payer payer, PaymentRequest request) {
        var far = ceiling.farBack(payer, request.day()).orElse(null);
        if (far == null) return null;
        if (request.document() == null) throw TOO_FAR_BACK.with(far.oldest(), far.back(), far.source());
        return far.oldest();
    }

    /** Only what is more goes to the Centre on a ledger of its own. */
    void refuseSmallGift(Payer payer, PaymentRequest request) {
        int over = rulebook.on(request.day()).number(GIFT_OVER, payer.path());
        if (request.amount().fen() <= over) throw NOT_A_GIFT.with(new Yuan(over));
    }
}
