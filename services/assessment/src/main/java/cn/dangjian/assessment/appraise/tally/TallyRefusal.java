package cn.dangjian.assessment.appraise.tally;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why no figures are shown. */
enum TallyRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "appraisal.unknown"),
    UNIT_UNKNOWN(NOT_FOUND, "appraised.unknown"),
    /** Whoever only gives sheets. */
    NOT_SHOWN(FORBIDDEN, "tally.not-shown"),
    NOT_CLOSED(CONFLICT, "tally.not-closed");

    private final Reason reason;

    TallyRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
