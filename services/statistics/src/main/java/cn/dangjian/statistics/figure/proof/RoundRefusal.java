package cn.dangjian.statistics.figure.proof;

import static org.springframework.http.HttpStatus.CONFLICT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a round cannot be begun or ended. */
enum RoundRefusal implements Refusal {
    NONE(CONFLICT, "round.none"),
    OPEN(CONFLICT, "round.open");

    private final Reason reason;

    RoundRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
