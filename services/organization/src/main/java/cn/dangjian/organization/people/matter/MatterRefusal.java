package cn.dangjian.organization.people.matter;

import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is done about a report of personal matters, or about who may read it. */
enum MatterRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "matter.unknown"),
    NOT_HEAD(UNPROCESSABLE_CONTENT, "matter.not-head"),
    WRONG_YEAR(UNPROCESSABLE_CONTENT, "matter.wrong-year"),
    NOT_COUNTY(FORBIDDEN, "matter.not-county"),
    OWN_DUTY(FORBIDDEN, "matter.own-duty"),
    PAST(UNPROCESSABLE_CONTENT, "matter.past"),
    READER_UNKNOWN(NOT_FOUND, "matter.reader-unknown");

    private final Reason reason;

    MatterRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
