package cn.dangjian.organization.register.coverage;

import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why no rates are shown, or no target is set. */
enum CoverageRefusal implements Refusal {
    UNIT_UNKNOWN(NOT_FOUND, "coverage.unit-unknown"),
    TARGET_NOT_YOURS(FORBIDDEN, "coverage.target-not-yours"),
    TYPE_UNKNOWN(UNPROCESSABLE_CONTENT, "coverage.type-unknown"),
    TARGET_PAST(UNPROCESSABLE_CONTENT, "coverage.target-past");

    private final Reason reason;

    CoverageRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
