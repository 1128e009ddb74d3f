package cn.dangjian.assessment.review.given;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why people do not give points. */
enum GivenRefusal implements Refusal {
    UNIT_UNKNOWN(NOT_FOUND, "unit.unknown"),
    SCHEME_UNKNOWN(NOT_FOUND, "scheme.unknown"),
    MARK_UNKNOWN(NOT_FOUND, "mark.unknown"),
    /** A unit assesses itself. */
    NOT_SELF(FORBIDDEN, "mark.not-self"),
    /** The owner of the scheme checks and counts. */
    NOT_OWNER(FORBIDDEN, "mark.not-owner"),
    CLOSED(CONFLICT, "mark.closed"),
    WAIVED(CONFLICT, "mark.waived"),
    WITHDRAWN_ALREADY(CONFLICT, "mark.withdrawn-already"),
    NOT_SCORED(UNPROCESSABLE_CONTENT, "mark.not-scored"),
    /** {0} is the names of the units, {1} the code. */
    UNITS_NOT_SCORED(UNPROCESSABLE_CONTENT, "mark.units-not-scored"),
    /** {0} is the code. */
    INDICATOR_UNKNOWN(UNPROCESSABLE_CONTENT, "score.indicator-unknown"),
    /** {0} is the name of the indicator. */
    WRONG_SOURCE(UNPROCESSABLE_CONTENT, "mark.wrong-source"),
    /** {0} is the most there are. */
    POINTS_OVER(UNPROCESSABLE_CONTENT, "mark.points-over"),
    /** {0} is today. */
    WRONG_DAY(UNPROCESSABLE_CONTENT, "mark.wrong-day"),
    /** {0} is how many there must be, {1} where that is written. */
    TOO_FEW(UNPROCESSABLE_CONTENT, "mark.too-few"),
    /** {0} is what the unit has said of itself. */
    DIFFERENCE_UNSAID(UNPROCESSABLE_CONTENT, "mark.difference-unsaid");

    private final Reason reason;

    GivenRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
