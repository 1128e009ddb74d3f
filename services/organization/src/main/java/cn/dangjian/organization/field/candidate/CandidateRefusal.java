package cn.dangjian.organization.field.candidate;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is done about a candidate. */
enum CandidateRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "candidate.unknown"),
    NOT_YOURS(FORBIDDEN, "candidate.not-yours"),
    WRONG_STATE(CONFLICT, "candidate.wrong-state");

    private final Reason reason;

    CandidateRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
