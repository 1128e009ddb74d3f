package cn.dangjian.dues.care.arrears;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a case of somebody who has not paid does not go on. */
enum ArrearsRefusal implements Refusal {
    NO_FILE(NOT_FOUND, "dues.no-file"),
    UNKNOWN(NOT_FOUND, "arrears-case.unknown"),
    NOT_YOURS(FORBIDDEN, "arrears-case.not-yours"),
    SAME_PERSON(FORBIDDEN, "arrears-case.same-person"),
    WRONG_STATE(CONFLICT, "arrears-case.wrong-state"),
    /** He is not there any more, or pays no more; the case follows in a moment. */
    MOVED(CONFLICT, "arrears-case.moved"),
    /** {0} is how many months in a row are open, {1} in yuan. */
    STILL_OPEN(CONFLICT, "arrears-case.still-open"),
    /** {0} is how many months in a row are open, {1} how many there must be, {2} the article. */
    PAID_MEANWHILE(CONFLICT, "arrears-case.paid-meanwhile"),
    /** {0} is today. */
    DAY_AHEAD(UNPROCESSABLE_CONTENT, "arrears-case.day-ahead"),
    /** {0} is the day of the step before. */
    DAY_BEFORE(UNPROCESSABLE_CONTENT, "arrears-case.day-before"),
    /** {0} is the article, {1} the earliest day. */
    TOO_EARLY(UNPROCESSABLE_CONTENT, "arrears-case.too-early"),
    WRONG_VOTE(UNPROCESSABLE_CONTENT, "arrears-case.wrong-vote"),
    /** {0} is the article. */
    NO_QUORUM(UNPROCESSABLE_CONTENT, "arrears-case.no-quorum");

    private final Reason reason;

    ArrearsRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
