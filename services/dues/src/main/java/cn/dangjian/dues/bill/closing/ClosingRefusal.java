package cn.dangjian.dues.bill.closing;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why no month is closed or reopened. */
enum ClosingRefusal implements Refusal {
    UNIT_UNKNOWN(NOT_FOUND, "unit.unknown"),
    NOT_OWN(FORBIDDEN, "closing.not-own"),
    NOT_ABOVE(FORBIDDEN, "closing.not-above"),
    NOT_OVER(UNPROCESSABLE_CONTENT, "closing.not-over"),
    /** {0} is what is not billed. */
    NOT_BILLED(CONFLICT, "closing.not-billed"),
    /** {0} is the month that is next. */
    NOT_NEXT(CONFLICT, "closing.not-next"),
    /** {0} is who has not closed it. */
    OPEN_BELOW(CONFLICT, "closing.open-below"),
    /** {0} is the month that can be reopened; a dash if there is none. */
    NOT_LAST(CONFLICT, "closing.not-last"),
    CLOSED_ABOVE(CONFLICT, "closing.closed-above");

    private final Reason reason;

    ClosingRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
