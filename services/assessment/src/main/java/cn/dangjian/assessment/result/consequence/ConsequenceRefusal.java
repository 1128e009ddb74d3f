package cn.dangjian.assessment.result.consequence;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a consequence does not go on. */
enum ConsequenceRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "consequence.unknown"),
    NOT_YOURS(FORBIDDEN, "consequence.not-yours"),
    SAME_PERSON(FORBIDDEN, "consequence.same-person"),
    WRONG_STATE(CONFLICT, "consequence.wrong-state"),
    /** {0} is the first day possible, {1} where that is written. */
    HEARING_OPEN(UNPROCESSABLE_CONTENT, "consequence.hearing-open"),
    /** {0} is the last day, {1} where that is written. */
    TOO_LATE(UNPROCESSABLE_CONTENT, "consequence.too-late");

    private final Reason reason;

    ConsequenceRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
