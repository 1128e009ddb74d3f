package cn.dangjian.assessment.result.appeal;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why an appeal is not filed, or does not go on. */
enum AppealRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "appeal.unknown"),
    UNIT_UNKNOWN(NOT_FOUND, "unit.unknown"),
    NOT_YOURS(FORBIDDEN, "appeal.not-yours"),
    SAME_PERSON(FORBIDDEN, "appeal.same-person"),
    WRONG_STATE(CONFLICT, "appeal.wrong-state"),
    OPEN_ALREADY(CONFLICT, "appeal.open-already"),
    /** The year is being frozen; it takes a moment. */
    CLOSING(CONFLICT, "appeal.closing"),
    NOT_SCORED(UNPROCESSABLE_CONTENT, "appeal.not-scored"),
    DAY_TO_COME(UNPROCESSABLE_CONTENT, "score.day-to-come"),
    /** {0} is the code. */
    INDICATOR_UNKNOWN(UNPROCESSABLE_CONTENT, "score.indicator-unknown"),
    /** An appeal against the sum says which indicator is corrected. */
    INDICATOR_MISSING(UNPROCESSABLE_CONTENT, "appeal.indicator-missing"),
    FACT_UNKNOWN(UNPROCESSABLE_CONTENT, "appeal.fact-unknown"),
    /** {0} is how many days there are, {1} the last one, {2} where that is written. */
    TOO_LATE(UNPROCESSABLE_CONTENT, "appeal.too-late"),
    CHANGES_NOTHING(UNPROCESSABLE_CONTENT, "appeal.changes-nothing");

    private final Reason reason;

    AppealRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
