package cn.dangjian.assessment.scheme.frame;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a scheme is not drafted, changed or published. */
enum SchemeRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "scheme.unknown"),
    NOT_COUNTY(FORBIDDEN, "scheme.not-county"),
    NOT_OWNER(FORBIDDEN, "scheme.not-owner"),
    PUBLISHED_ALREADY(CONFLICT, "scheme.published-already"),
    /** {0} is the code. */
    CODE_TWICE(UNPROCESSABLE_CONTENT, "scheme.code-twice"),
    FRAME_UNFIT(UNPROCESSABLE_CONTENT, "scheme.frame-unfit"),
    /** {0} is the title of the one to adapt. */
    FRAME_MISSING(UNPROCESSABLE_CONTENT, "scheme.frame-missing"),
    /** {0} is the first day possible, {1} the last. */
    WRONG_DAY(UNPROCESSABLE_CONTENT, "scheme.wrong-day");

    private final Reason reason;

    SchemeRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
