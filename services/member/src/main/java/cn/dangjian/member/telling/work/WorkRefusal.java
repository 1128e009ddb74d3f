package cn.dangjian.member.telling.work;

import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is shown. */
enum WorkRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "unit.unknown");

    private final Reason reason;

    WorkRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
