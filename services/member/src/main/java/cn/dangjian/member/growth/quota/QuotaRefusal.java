package cn.dangjian.member.growth.quota;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why no quota is set, or nobody admitted. */
enum QuotaRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "quota.unknown"),
    NOT_YOURS(FORBIDDEN, "quota.not-yours"),
    /** A unit above the caller's has set it. */
    SET_ABOVE(FORBIDDEN, "quota.set-above"),
    /** {0} and {1} are the first and the last year that can be set. */
    WRONG_YEAR(UNPROCESSABLE_CONTENT, "quota.wrong-year"),
    /** {0} is the unit, {1} the year, {2} how many it may admit. */
    EXHAUSTED(CONFLICT, "quota.exhausted");

    private final Reason reason;

    QuotaRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
