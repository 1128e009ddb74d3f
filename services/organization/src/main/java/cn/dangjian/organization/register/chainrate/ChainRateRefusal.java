package cn.dangjian.organization.register.chainrate;

import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why no rates are shown. */
enum ChainRateRefusal implements Refusal {
    UNIT_UNKNOWN(NOT_FOUND, "unit.unknown");

    private final Reason reason;

    ChainRateRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
