package cn.dangjian.organization.people.filing;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is done about a filing. */
enum FilingRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "filing.unknown"),
    NOT_TOWNSHIP(FORBIDDEN, "filing.not-township"),
    NOT_COUNTY(FORBIDDEN, "filing.not-county"),
    /** Somebody has been proposed, and nothing decided. */
    OPEN(CONFLICT, "filing.open"),
    CLOSED(CONFLICT, "filing.closed"),
    NO_SUCH_DEPARTMENT(UNPROCESSABLE_CONTENT, "filing.no-such-department"),
    /** A department has not consented. */
    NOT_REVIEWED(CONFLICT, "filing.not-reviewed");

    private final Reason reason;

    FilingRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
