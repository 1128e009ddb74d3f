package cn.dangjian.dues.online.order;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why what the provider says is not booked: it does not fit what was ordered. */
enum TradeRefusal implements Refusal {
    ORDER_UNKNOWN(UNPROCESSABLE_CONTENT, "trade.order-unknown"),
    NOT_PAID(UNPROCESSABLE_CONTENT, "trade.not-paid"),
    OTHER_MERCHANT(UNPROCESSABLE_CONTENT, "trade.other-merchant"),
    OTHER_CURRENCY(UNPROCESSABLE_CONTENT, "trade.other-currency"),
    /** {0} was ordered, {1} is said to be paid. */
    OTHER_AMOUNT(UNPROCESSABLE_CONTENT, "trade.other-amount"),
    WRONG_TIME(UNPROCESSABLE_CONTENT, "trade.wrong-time"),
    /** The order is paid by another payment, or the payment is of another order. */
    OTHER_TRADE(CONFLICT, "trade.other-trade");

    private final Reason reason;

    TradeRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
