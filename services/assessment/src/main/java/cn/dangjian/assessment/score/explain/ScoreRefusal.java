package cn.dangjian.assessment.score.explain;

import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why no score is explained. */
enum ScoreRefusal implements Refusal {
    UNIT_UNKNOWN(NOT_FOUND, "unit.unknown"),
    NOT_SCORED(NOT_FOUND, "score.not-scored"),
    DAY_TO_COME(UNPROCESSABLE_CONTENT, "score.day-to-come"),
    /** {0} is the code that no indicator has. */
    INDICATOR_UNKNOWN(UNPROCESSABLE_CONTENT, "score.indicator-unknown");

    private final Reason reason;

    ScoreRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
