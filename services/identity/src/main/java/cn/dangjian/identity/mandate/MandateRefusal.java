package cn.dangjian.identity.mandate;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a mandate is not given, or not ended. */
enum MandateRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "mandate.unknown"),
    PASSED_ON(FORBIDDEN, "mandate.passed-on"),
    NOT_YOURS(CONFLICT, "mandate.not-yours"),
    ONESELF(CONFLICT, "mandate.oneself"),
    HELD(CONFLICT, "mandate.held"),
    OVER(CONFLICT, "mandate.over"),
    BEYOND(UNPROCESSABLE_CONTENT, "mandate.beyond"),
    WRONG_DAYS(UNPROCESSABLE_CONTENT, "mandate.days"),
    NO_GROUND(UNPROCESSABLE_CONTENT, "mandate.no-ground");

    private final Reason reason;

    MandateRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
