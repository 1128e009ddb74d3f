package cn.dangjian.member.care.discipline;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is shown or kept; whoever may not is told what whoever finds nothing is told. */
enum DisciplineRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "discipline.unknown"),
    /** {0} is the earliest day, {1} the latest. */
    WRONG_DAY(UNPROCESSABLE_CONTENT, "discipline.wrong-day"),
    ENDED(CONFLICT, "discipline.ended");

    private final Reason reason;

    DisciplineRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
