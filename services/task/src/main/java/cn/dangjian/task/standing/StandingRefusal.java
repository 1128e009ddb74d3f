package cn.dangjian.task.standing;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a standing instruction is not set, or not ended. */
enum StandingRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "standing.unknown"),
    NOT_ABOVE(UNPROCESSABLE_CONTENT, "standing.not-above"),
    REASON_MISSING(UNPROCESSABLE_CONTENT, "standing.reason-missing"),
    ALREADY_SET(CONFLICT, "standing.already-set"),
    ENDED(CONFLICT, "standing.ended");

    private final Reason reason;

    StandingRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
