package cn.dangjian.member.person.register;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is done about a file. */
public enum MemberRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "member.unknown"),
    UNIT_UNKNOWN(NOT_FOUND, "member.unit-unknown"),
    /** A unit to which nobody belongs, as a committee of a county or a functional branch. */
    NOT_FORMAL(UNPROCESSABLE_CONTENT, "member.not-formal"),
    /** {0} is the field. */
    NO_SUCH_CODE(UNPROCESSABLE_CONTENT, "member.no-such-code"),
    /** {0} is the field, {1} today. */
    DAY_AHEAD(UNPROCESSABLE_CONTENT, "member.day-ahead"),
    /** {0} is the other file. */
    DUPLICATE(CONFLICT, "member.duplicate"),
    NOT_READER(FORBIDDEN, "member.not-reader");

    private final Reason reason;

    MemberRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
