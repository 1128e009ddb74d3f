package cn.dangjian.dues.pay.stay;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is settled between a branch of stay and a branch of origin. */
enum StayRefusal implements Refusal {
    UNIT_UNKNOWN(NOT_FOUND, "unit.unknown"),
    UNKNOWN(NOT_FOUND, "stay.handover-unknown"),
    NOT_STAY(FORBIDDEN, "stay.not-stay"),
    NOT_ORIGIN(FORBIDDEN, "stay.not-origin"),
    AMOUNT_IMPOSSIBLE(UNPROCESSABLE_CONTENT, "payment.amount-impossible"),
    WRONG_DAY(UNPROCESSABLE_CONTENT, "handover.wrong-day"),
    /** {0} is what is open between the two. */
    NOT_OPEN(UNPROCESSABLE_CONTENT, "stay.not-open"),
    /** {0} is what the unit holds. */
    NOT_THERE(UNPROCESSABLE_CONTENT, "handover.not-there"),
    /** {0} is what was sent. */
    MORE_THAN_SENT(UNPROCESSABLE_CONTENT, "handover.more-than-sent"),
    NOTE_MISSING(UNPROCESSABLE_CONTENT, "handover.note-missing"),
    RECEIVED_ALREADY(CONFLICT, "handover.received-already");

    private final Reason reason;

    StayRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
