package cn.dangjian.assessment.result.grade;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why units are not graded, or a grading does not go on. */
enum GradingRefusal implements Refusal {
    SCHEME_UNKNOWN(NOT_FOUND, "scheme.unknown"),
    UNIT_UNKNOWN(NOT_FOUND, "unit.unknown"),
    UNKNOWN(NOT_FOUND, "grading.unknown"),
    NOT_YOURS(FORBIDDEN, "grading.not-yours"),
    SAME_PERSON(FORBIDDEN, "grading.same-person"),
    WRONG_STATE(CONFLICT, "grading.wrong-state"),
    NOT_FROZEN(CONFLICT, "grading.not-frozen"),
    GRADED_ALREADY(CONFLICT, "grading.graded-already"),
    /** {0} is how many there are. */
    APPEALS_OPEN(CONFLICT, "grading.appeals-open"),
    STARS_UNFIT(UNPROCESSABLE_CONTENT, "grading.stars-unfit"),
    WRONG_SCALE(UNPROCESSABLE_CONTENT, "grading.wrong-scale"),
    /** {0} is the number of a unit. */
    UNIT_TWICE(UNPROCESSABLE_CONTENT, "grading.unit-twice"),
    /** {0} is the number of a unit. */
    UNIT_OTHER(UNPROCESSABLE_CONTENT, "grading.unit-other"),
    /** {0} is how many are missing, {1} names one of them. */
    UNITS_MISSING(UNPROCESSABLE_CONTENT, "grading.units-missing"),
    /** {0} is how many there are, {1} how many there may be, {2} where that is written. */
    OVER_GOOD(UNPROCESSABLE_CONTENT, "grading.over-good"),
    OVER_STARS(UNPROCESSABLE_CONTENT, "grading.over-stars"),
    /** {0} has {1} points, {2} has {3} and a worse grade. */
    OUT_OF_ORDER(UNPROCESSABLE_CONTENT, "grading.out-of-order");

    private final Reason reason;

    GradingRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
