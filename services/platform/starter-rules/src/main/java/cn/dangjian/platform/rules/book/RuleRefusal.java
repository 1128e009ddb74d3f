package cn.dangjian.platform.rules.book;

import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why no other value is set. */
enum RuleRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "rule.unknown"),
    NOT_YOURS(FORBIDDEN, "rule.not-yours"),
    NOT_YET(UNPROCESSABLE_CONTENT, "rule.not-yet"),
    PAST(UNPROCESSABLE_CONTENT, "rule.past");

    private final Reason reason;

    RuleRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
