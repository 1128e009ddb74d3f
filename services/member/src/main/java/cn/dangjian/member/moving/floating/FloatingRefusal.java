package cn.dangjian.member.moving.floating;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is done about somebody's stay elsewhere. */
enum FloatingRefusal implements Refusal {
    MEMBER_UNKNOWN(NOT_FOUND, "member.unknown"),
    UNIT_UNKNOWN(NOT_FOUND, "unit.unknown"),
    UNKNOWN(NOT_FOUND, "floating.unknown"),
    NOT_YOURS(FORBIDDEN, "floating.not-yours"),
    NOT_READER(FORBIDDEN, "member.not-reader"),
    WRONG_STATE(CONFLICT, "floating.wrong-state"),
    /** {0} is today. */
    DAY_AHEAD(UNPROCESSABLE_CONTENT, "floating.day-ahead"),
    /** {0} is the day on which he was reported. */
    TOO_EARLY(UNPROCESSABLE_CONTENT, "floating.too-early"),
    NOT_MEMBER(CONFLICT, "floating.not-member"),
    /** {0} is the other record. */
    OPEN(CONFLICT, "floating.open"),
    /** A branch of stay is named if and only if he stays in the province. */
    WRONG_PLACE(UNPROCESSABLE_CONTENT, "floating.wrong-place"),
    STAY_UNKNOWN(UNPROCESSABLE_CONTENT, "floating.stay-unknown"),
    NO_CONTACT(NOT_FOUND, "floating.no-contact");

    private final Reason reason;

    FloatingRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
