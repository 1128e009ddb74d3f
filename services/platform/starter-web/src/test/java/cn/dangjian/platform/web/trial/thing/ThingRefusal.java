package cn.dangjian.platform.web.trial.thing;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

enum ThingRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "thing.unknown"),
    REFUSED(CONFLICT, "thing.refused");

    private final Reason reason;

    ThingRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
