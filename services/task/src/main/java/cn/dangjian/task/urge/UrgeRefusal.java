package cn.dangjian.task.urge;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nobody is urged. */
enum UrgeRefusal implements Refusal {
    NOT_YOURS(FORBIDDEN, "urge.not-yours"),
    TODAY_ALREADY(CONFLICT, "urge.today-already"),
    NOBODY_OPEN(CONFLICT, "urge.nobody-open"),
    NO_STEP(NOT_FOUND, "urge.no-step");

    private final Reason reason;

    UrgeRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
