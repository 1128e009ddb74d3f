package cn.dangjian.statistics.tally;

import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is added up again. */
enum RebuildRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "dispatch.unknown");

    private final Reason reason;

    RebuildRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
