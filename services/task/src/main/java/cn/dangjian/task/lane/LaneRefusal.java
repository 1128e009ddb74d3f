package cn.dangjian.task.lane;

import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why it cannot be done just now. */
enum LaneRefusal implements Refusal {
    BUSY(SERVICE_UNAVAILABLE, "dispatch.busy");

    private final Reason reason;

    LaneRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
