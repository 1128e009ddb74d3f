package cn.dangjian.member.care.lost;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is done about somebody who is lost. */
enum LostRefusal implements Refusal {
    MEMBER_UNKNOWN(NOT_FOUND, "member.unknown"),
    UNKNOWN(NOT_FOUND, "lost.unknown"),
    NOT_YOURS(FORBIDDEN, "lost.not-yours"),
    SAME_PERSON(FORBIDDEN, "lost.same-person"),
    WRONG_STATE(CONFLICT, "lost.wrong-state"),
    /** {0} is today. */
    DAY_AHEAD(UNPROCESSABLE_CONTENT, "lost.day-ahead"),
    /** {0} is the article, {1} the earliest day. */
    TOO_EARLY(UNPROCESSABLE_CONTENT, "lost.too-early"),
    /** {0} is the earliest day that can be. */
    DAY_BEFORE(UNPROCESSABLE_CONTENT, "lost.day-before"),
    NOT_MEMBER(CONFLICT, "lost.not-member"),
    /** {0} is the other case. */
    OPEN(CONFLICT, "lost.open"),
    /** He does not belong to the unit any more that the case is of. */
    MOVED(CONFLICT, "lost.moved"),
    /** He has died or is out: the case can only be ended. */
    GONE(CONFLICT, "lost.gone");

    private final Reason reason;

    LostRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
