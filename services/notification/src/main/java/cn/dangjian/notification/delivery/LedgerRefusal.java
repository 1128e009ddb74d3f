package cn.dangjian.notification.delivery;

import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a ledger is not shown. */
enum LedgerRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "dispatch.unknown");

    private final Reason reason;

    LedgerRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
