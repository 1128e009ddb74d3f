package cn.dangjian.organization.field.advice;

import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is said of an advice. */
enum AdviceRefusal implements Refusal {
    UNIT_UNKNOWN(NOT_FOUND, "advice.unit-unknown"),
    UNKNOWN(NOT_FOUND, "advice.unknown"),
    NOT_SUPERIOR(FORBIDDEN, "advice.not-superior");

    private final Reason reason;

    AdviceRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
