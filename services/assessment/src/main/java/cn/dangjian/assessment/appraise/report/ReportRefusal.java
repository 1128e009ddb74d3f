package cn.dangjian.assessment.appraise.report;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a report is not taken. */
enum ReportRefusal implements Refusal {
    UNIT_UNKNOWN(NOT_FOUND, "appraised.unknown"),
    NOT_SELF(FORBIDDEN, "report.not-self"),
    NOT_OWNER(FORBIDDEN, "report.not-owner"),
    NOT_OPEN(CONFLICT, "report.not-open"),
    UNIT_ENDED(CONFLICT, "report.unit-ended"),
    /** {0} is the last day. */
    TOO_LATE(CONFLICT, "report.too-late"),
    /** {0} is what was promised. */
    PROMISE_LEFT(UNPROCESSABLE_CONTENT, "report.promise-left"),
    PROMISE_OTHER(UNPROCESSABLE_CONTENT, "report.promise-other");

    private final Reason reason;

    ReportRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
