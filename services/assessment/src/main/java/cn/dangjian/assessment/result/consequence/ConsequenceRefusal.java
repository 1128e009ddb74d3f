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
    TOO_LATE(UNPROCESSABLE_CONTENT, "consequence.too-late"),
    /** {0} is the step, {1} where it is written what may lead to it. */
    NOT_TRIGGERED(UNPROCESSABLE_CONTENT, "consequence.not-triggered"),
    /** {0} is the step, {1} the lowest tier. */
    BELOW_APPROVER(FORBIDDEN, "consequence.below-approver"),
    /** {0} is the step. */
    NO_TALK(UNPROCESSABLE_CONTENT, "consequence.no-talk"),
    TALK_THERE(CONFLICT, "consequence.talk-there"),
    TALK_MISSING(CONFLICT, "consequence.talk-missing"),
    /** {0} is the first day possible. */
    TALK_DAYS_UNFIT(UNPROCESSABLE_CONTENT, "consequence.talk-days-unfit"),
    /** {0} is the day of the request. */
    DAY_AHEAD(UNPROCESSABLE_CONTENT, "consequence.day-ahead");

    private final Reason reason;

    ConsequenceRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
