package cn.dangjian.organization.people.workteam;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is done about a work team. */
enum WorkTeamRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "workteam.unknown"),
    NOT_SENDER(FORBIDDEN, "workteam.not-sender"),
    WRONG_DAY(UNPROCESSABLE_CONTENT, "workteam.wrong-day"),
    NOT_ONE_LEADER(UNPROCESSABLE_CONTENT, "workteam.not-one-leader"),
    OVER(CONFLICT, "workteam.over");

    private final Reason reason;

    WorkTeamRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
