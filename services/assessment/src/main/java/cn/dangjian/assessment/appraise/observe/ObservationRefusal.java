package cn.dangjian.assessment.appraise.observe;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why an observation is not taken. */
enum ObservationRefusal implements Refusal {
    UNIT_UNKNOWN(NOT_FOUND, "appraised.unknown"),
    UNKNOWN(NOT_FOUND, "observation.unknown"),
    NOT_OWNER(FORBIDDEN, "observation.not-owner"),
    NOT_OPEN(CONFLICT, "observation.not-open"),
    UNIT_ENDED(CONFLICT, "observation.unit-ended"),
    WITHDRAWN(CONFLICT, "observation.withdrawn"),
    /** {0} is the first day possible, {1} the last. */
    WRONG_DAY(UNPROCESSABLE_CONTENT, "observation.wrong-day"),
    /** {0} is the number of a unit. */
    NOT_VOTER(UNPROCESSABLE_CONTENT, "observation.not-voter");

    private final Reason reason;

    ObservationRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
