package cn.dangjian.dues.care.late;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nobody is shown as late, or reminded. */
enum LateRefusal implements Refusal {
    UNIT_UNKNOWN(NOT_FOUND, "unit.unknown"),
    MEMBER_UNKNOWN(NOT_FOUND, "dues.member-unknown"),
    NOT_BRANCH(FORBIDDEN, "arrears.not-branch"),
    NOT_LATE(CONFLICT, "arrears.not-late"),
    /** {0} is the day. */
    REMINDED_ALREADY(CONFLICT, "arrears.reminded-already"),
    WRONG_DAY(UNPROCESSABLE_CONTENT, "arrears.wrong-day");

    private final Reason reason;

    LateRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
