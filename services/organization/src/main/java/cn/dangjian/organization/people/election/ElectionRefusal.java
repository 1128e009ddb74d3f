package cn.dangjian.organization.people.election;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why an election is not written down, or not approved. */
enum ElectionRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "election.unknown"),
    WRONG_DAY(UNPROCESSABLE_CONTENT, "election.wrong-day"),
    WRONG_POST(UNPROCESSABLE_CONTENT, "election.wrong-post"),
    CONTRADICTORY(UNPROCESSABLE_CONTENT, "election.contradictory"),
    /** Whoever wrote it down does not approve it. */
    OWN_RECORD(FORBIDDEN, "election.own-record"),
    NOT_FULFILLED(CONFLICT, "election.not-fulfilled"),
    APPROVED(CONFLICT, "election.approved");

    private final Reason reason;

    ElectionRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
