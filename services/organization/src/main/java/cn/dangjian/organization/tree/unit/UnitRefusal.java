package cn.dangjian.organization.tree.unit;

import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is shown of a unit. */
enum UnitRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "unit.unknown");

    private final Reason reason;

    UnitRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
