package cn.dangjian.dues.pay.payment;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why no payment is booked. */
enum PaymentRefusal implements Refusal {
    MEMBER_UNKNOWN(NOT_FOUND, "dues.member-unknown"),
    UNKNOWN(NOT_FOUND, "payment.unknown"),
    NOT_BRANCH(FORBIDDEN, "payment.not-branch"),
    AMOUNT_IMPOSSIBLE(UNPROCESSABLE_CONTENT, "payment.amount-impossible"),
    WRONG_DAY(UNPROCESSABLE_CONTENT, "payment.wrong-day"),
    /** Never from the pay. */
    FROM_PAY(UNPROCESSABLE_CONTENT, "payment.from-pay"),
    /** Online and by list nobody types it. */
    NOT_TYPED(UNPROCESSABLE_CONTENT, "payment.way-not-typed"),
    /** It goes back by the provider. */
    PAID_ONLINE(CONFLICT, "payment.paid-online"),
    PAYER_MISSING(UNPROCESSABLE_CONTENT, "payment.payer-missing"),
    /** {0} is what is open, {1} how many months may be paid ahead. */
    TOO_MUCH(UNPROCESSABLE_CONTENT, "payment.too-much"),
    /** {0} is the oldest open month, {1} how many months back are usual, {2} the article. */
    TOO_FAR_BACK(UNPROCESSABLE_CONTENT, "payment.too-far-back"),
    /** {0} is the least that is a gift. */
    NOT_A_GIFT(UNPROCESSABLE_CONTENT, "payment.not-a-gift"),
    /** {0} is the number of the payment that is the same. */
    BOOKED_ALREADY(CONFLICT, "payment.booked-already"),
    REVERSED_ALREADY(CONFLICT, "payment.reversed-already"),
    /** {0} is what he has paid more than he owes. */
    NOTHING_OVER(UNPROCESSABLE_CONTENT, "payment.nothing-over");

    private final Reason reason;

    PaymentRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
