package cn.dangjian.organization.register.gridrate;

import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why no rates are shown. */
enum GridRateRefusal implements Refusal {
    UNIT_UNKNOWN(NOT_FOUND, "grid.community-unknown");

    private final Reason reason;

    GridRateRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
