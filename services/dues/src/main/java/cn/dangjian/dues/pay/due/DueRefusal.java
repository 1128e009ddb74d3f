package cn.dangjian.dues.pay.due;

import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is shown of what somebody owes. */
enum DueRefusal implements Refusal {
    MEMBER_UNKNOWN(NOT_FOUND, "dues.member-unknown"),
    NO_FILE(NOT_FOUND, "dues.no-file"),
    NOT_BILLED(NOT_FOUND, "dues.not-billed");

    private final Reason reason;

    DueRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
