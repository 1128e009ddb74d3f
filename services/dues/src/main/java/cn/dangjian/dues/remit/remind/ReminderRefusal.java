package cn.dangjian.dues.remit.remind;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nobody is reminded. */
enum ReminderRefusal implements Refusal {
    UNIT_UNKNOWN(NOT_FOUND, "unit.unknown"),
    NOT_SUPERIOR(FORBIDDEN, "reminder.not-superior"),
    NOT_OVERDUE(CONFLICT, "reminder.not-overdue");

    private final Reason reason;

    ReminderRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
