package cn.dangjian.assessment.result.view;

import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why no results are shown. */
enum ResultRefusal implements Refusal {
    UNIT_UNKNOWN(NOT_FOUND, "unit.unknown");

    private final Reason reason;

    ResultRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
