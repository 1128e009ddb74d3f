package cn.dangjian.task.dispatch;

import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a task is not dispatched, or not shown. */
public enum DispatchRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "dispatch.unknown"),
    DEADLINE_PAST(UNPROCESSABLE_CONTENT, "deadline.past"),
    NONE_CHOSEN(UNPROCESSABLE_CONTENT, "target.none-chosen"),
    OUTSIDE_SCOPE(UNPROCESSABLE_CONTENT, "target.outside-scope"),
    /** {0} are the units. */
    HEADING_NAMED(UNPROCESSABLE_CONTENT, "target.heading"),
    NOBODY_ADDRESSED(UNPROCESSABLE_CONTENT, "target.empty");

    private final Reason reason;

    DispatchRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
