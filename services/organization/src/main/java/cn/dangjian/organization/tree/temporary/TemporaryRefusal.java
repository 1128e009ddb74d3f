package cn.dangjian.organization.tree.temporary;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is done about a temporary unit. */
enum TemporaryRefusal implements Refusal {
    UNIT_UNKNOWN(NOT_FOUND, "unit.unknown"),
    NOT_TEMPORARY(UNPROCESSABLE_CONTENT, "temporary.not-temporary"),
    NOT_DECIDER(FORBIDDEN, "change.not-decider"),
    ENDING(CONFLICT, "temporary.ending"),
    NOT_LATER(UNPROCESSABLE_CONTENT, "temporary.not-later");

    private final Reason reason;

    TemporaryRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
