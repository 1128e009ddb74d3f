package cn.dangjian.platform.cases.trial;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

enum PermitRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "permit.unknown"),
    NOT_YOURS(FORBIDDEN, "permit.not-yours"),
    WRONG_STATE(CONFLICT, "permit.wrong-state"),
    SAME_PERSON(FORBIDDEN, "permit.same-person"),
    DAY_AHEAD(UNPROCESSABLE_CONTENT, "permit.day-ahead"),
    GUARDED(CONFLICT, "permit.guarded");

    private final Reason reason;

    PermitRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
