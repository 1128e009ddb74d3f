package cn.dangjian.dues.remit.handover;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a difference stays as it is. */
enum DifferenceRefusal implements Refusal {
    HANDOVER_UNKNOWN(NOT_FOUND, "handover.unknown"),
    UNKNOWN(NOT_FOUND, "difference.unknown"),
    NOT_SENDER(FORBIDDEN, "handover.not-sender"),
    NOT_RECEIVER(FORBIDDEN, "handover.not-receiver"),
    SAME_PERSON(FORBIDDEN, "difference.same-person"),
    DECIDED_ALREADY(CONFLICT, "difference.decided-already"),
    AMOUNT_IMPOSSIBLE(UNPROCESSABLE_CONTENT, "payment.amount-impossible"),
    WRONG_DAY(UNPROCESSABLE_CONTENT, "difference.wrong-day"),
    /** {0} is what is missing and not explained. */
    MORE_THAN_MISSING(UNPROCESSABLE_CONTENT, "difference.more-than-missing");

    private final Reason reason;

    DifferenceRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
