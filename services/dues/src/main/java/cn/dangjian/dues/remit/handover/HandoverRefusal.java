package cn.dangjian.dues.remit.handover;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is passed on. */
enum HandoverRefusal implements Refusal {
    UNIT_UNKNOWN(NOT_FOUND, "unit.unknown"),
    UNKNOWN(NOT_FOUND, "handover.unknown"),
    NOT_SENDER(FORBIDDEN, "handover.not-sender"),
    NOT_RECEIVER(FORBIDDEN, "handover.not-receiver"),
    NOBODY_ABOVE(UNPROCESSABLE_CONTENT, "handover.nobody-above"),
    /** {0} is what the unit holds. */
    NOT_THERE(UNPROCESSABLE_CONTENT, "handover.not-there"),
    AMOUNT_IMPOSSIBLE(UNPROCESSABLE_CONTENT, "payment.amount-impossible"),
    WRONG_DAY(UNPROCESSABLE_CONTENT, "handover.wrong-day"),
    /** {0} is what was sent. */
    MORE_THAN_SENT(UNPROCESSABLE_CONTENT, "handover.more-than-sent"),
    RECEIVED_ALREADY(CONFLICT, "handover.received-already"),
    /** What did not arrive is explained. */
    NOTE_MISSING(UNPROCESSABLE_CONTENT, "handover.note-missing");

    private final Reason reason;

    HandoverRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
