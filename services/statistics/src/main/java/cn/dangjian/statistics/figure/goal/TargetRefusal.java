package cn.dangjian.statistics.figure.goal;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a target is not set. */
enum TargetRefusal implements Refusal {
    NO_SHARE(BAD_REQUEST, "target.no-share"),
    BOTH(BAD_REQUEST, "target.both"),
    FROM_ABOVE(CONFLICT, "target.from-above");

    private final Reason reason;

    TargetRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
