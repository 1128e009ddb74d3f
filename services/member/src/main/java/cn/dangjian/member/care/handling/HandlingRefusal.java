package cn.dangjian.member.care.handling;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is done about somebody who is held to be unqualified. */
enum HandlingRefusal implements Refusal {
    MEMBER_UNKNOWN(NOT_FOUND, "member.unknown"),
    NO_FILE(NOT_FOUND, "self.no-file"),
    UNKNOWN(NOT_FOUND, "handling.unknown"),
    NOT_YOURS(FORBIDDEN, "handling.not-yours"),
    SAME_PERSON(FORBIDDEN, "handling.same-person"),
    WRONG_STATE(CONFLICT, "handling.wrong-state"),
    /** {0} is today. */
    DAY_AHEAD(UNPROCESSABLE_CONTENT, "handling.day-ahead"),
    /** {0} is the article, {1} the earliest day. */
    TOO_EARLY(UNPROCESSABLE_CONTENT, "handling.too-early"),
    /** {0} is the article, {1} the latest day. */
    TOO_LONG(UNPROCESSABLE_CONTENT, "handling.too-long"),
    /** {0} is the day of the step before. */
    DAY_BEFORE(UNPROCESSABLE_CONTENT, "handling.day-before"),
    NO_SINCE(UNPROCESSABLE_CONTENT, "handling.no-since"),
    WRONG_VOTE(UNPROCESSABLE_CONTENT, "handling.wrong-vote"),
    /** {0} is the article. */
    NO_QUORUM(UNPROCESSABLE_CONTENT, "handling.no-quorum"),
    WRONG_MEASURE(UNPROCESSABLE_CONTENT, "handling.wrong-measure"),
    NOT_MEMBER(CONFLICT, "handling.not-member"),
    /** {0} is the other case. */
    OPEN(CONFLICT, "handling.open"),
    MOVED(CONFLICT, "handling.moved"),
    APPEAL_OPEN(CONFLICT, "handling.appeal-open"),
    NO_APPEAL(CONFLICT, "handling.no-appeal");

    private final Reason reason;

    HandlingRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
