package cn.dangjian.organization.people.staff;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is done about staff. */
enum StaffRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "staff.unknown"),
    NOT_YOURS(FORBIDDEN, "staff.not-yours"),
    NO_SUCH_TYPE(UNPROCESSABLE_CONTENT, "staff.no-such-type"),
    WRONG_DAY(UNPROCESSABLE_CONTENT, "staff.wrong-day"),
    GONE(CONFLICT, "staff.gone");

    private final Reason reason;

    StaffRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
