package cn.dangjian.organization.files.decision;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is decided about a file, or nothing can be shown of it. */
enum DecisionRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "intake.unknown"),
    UNDECIDED(NOT_FOUND, "intake.undecided"),
    NOTHING_OPEN(CONFLICT, "intake.nothing-open"),
    /** Not all of its rows are proposals yet. */
    BEING_READ(CONFLICT, "intake.at-work"),
    AT_WORK(CONFLICT, "intake.being-decided");

    private final Reason reason;

    DecisionRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
