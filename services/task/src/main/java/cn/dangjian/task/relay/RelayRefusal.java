package cn.dangjian.task.relay;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why something is not forwarded. */
enum RelayRefusal implements Refusal {
    /** {0} is the date above. */
    LATER(UNPROCESSABLE_CONTENT, "forwarding.later"),
    REASON_MISSING(UNPROCESSABLE_CONTENT, "forwarding.reason-missing"),
    /** {0} are the units. */
    COMPANION_OUTSIDE(UNPROCESSABLE_CONTENT, "companion.outside-scope");

    private final Reason reason;

    RelayRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
