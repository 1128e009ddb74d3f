package cn.dangjian.assessment.appraise.rectify;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is put on a list, or no list is published. */
enum RectifyRefusal implements Refusal {
    UNIT_UNKNOWN(NOT_FOUND, "appraised.unknown"),
    UNKNOWN(NOT_FOUND, "rectification.unknown"),
    NOT_OWNER(FORBIDDEN, "rectification.not-owner"),
    NOT_SHOWN(FORBIDDEN, "rectification.not-shown"),
    NOT_OPENED(CONFLICT, "rectification.not-opened"),
    UNIT_ENDED(CONFLICT, "rectification.unit-ended"),
    LISTED_ALREADY(CONFLICT, "rectification.listed-already"),
    NOTHING_OPEN(CONFLICT, "rectification.nothing-open"),
    COMMENT_OTHER(UNPROCESSABLE_CONTENT, "rectification.comment-other"),
    /** {0} is the problem of the item. */
    DUE_PAST(UNPROCESSABLE_CONTENT, "rectification.due-past");

    private final Reason reason;

    RectifyRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
