package cn.dangjian.assessment.appraise.grade;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why objects are not graded. */
enum LevelRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "appraisal.unknown"),
    UNIT_UNKNOWN(NOT_FOUND, "unit.unknown"),
    NOT_YOURS(FORBIDDEN, "appraisal.not-yours"),
    BOOKED_ALREADY(CONFLICT, "appraisal.booked-already"),
    /** {0} is the number of a unit. */
    UNIT_TWICE(UNPROCESSABLE_CONTENT, "level.unit-twice"),
    /** {0} is the number of a unit. */
    UNIT_OTHER(UNPROCESSABLE_CONTENT, "level.unit-other"),
    /** {0} is how many are missing, {1} names one of them. */
    UNITS_MISSING(UNPROCESSABLE_CONTENT, "level.units-missing"),
    /** {0} is how many there are, {1} how many there may be, {2} where that is written. */
    OVER_GOOD(UNPROCESSABLE_CONTENT, "level.over-good"),
    /** {0} names the one that is graded better, {1} the one that has more. */
    ORDER_UNSAID(UNPROCESSABLE_CONTENT, "level.order-unsaid"),
    /** {0} names the one without a composite. */
    COMPOSITE_MISSING(UNPROCESSABLE_CONTENT, "level.composite-missing");

    private final Reason reason;

    LevelRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
