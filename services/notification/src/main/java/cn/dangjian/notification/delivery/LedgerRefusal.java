package cn.dangjian.notification.delivery;

import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a ledger is not shown. */
enum LedgerRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "dispatch.unknown"),
    /** Nothing has been heard of it here yet, and task does not answer. */
    UNCONFIRMED(SERVICE_UNAVAILABLE, "dispatch.unconfirmed");

    private final Reason reason;

    LedgerRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
