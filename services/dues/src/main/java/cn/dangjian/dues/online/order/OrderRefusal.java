package cn.dangjian.dues.online.order;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is ordered, ended or given back. */
enum OrderRefusal implements Refusal {
    NO_FILE(NOT_FOUND, "dues.no-file"),
    UNKNOWN(NOT_FOUND, "order.unknown"),
    NOT_OPEN_HERE(SERVICE_UNAVAILABLE, "order.not-open-here"),
    AMOUNT_IMPOSSIBLE(UNPROCESSABLE_CONTENT, "payment.amount-impossible"),
    /** {0} is what is open, {1} how many months may be paid ahead. */
    TOO_MUCH(UNPROCESSABLE_CONTENT, "payment.too-much"),
    /** {0} is the month, {1} how many months may be paid back, {2} the article. */
    TOO_FAR_BACK(UNPROCESSABLE_CONTENT, "order.too-far-back"),
    /** {0} is the number of the order that is open. */
    OPEN_ALREADY(CONFLICT, "order.open-already"),
    OVER(CONFLICT, "order.over"),
    NOT_PAID(CONFLICT, "order.not-paid"),
    NOT_BRANCH(FORBIDDEN, "payment.not-branch");

    private final Reason reason;

    OrderRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
