package cn.dangjian.statistics.figure.ledger;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a ledger is not made, not changed or not shown. */
enum LedgerRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "ledger.unknown"),
    NOT_YOURS(FORBIDDEN, "ledger.not-yours"),
    NOT_BELOW(BAD_REQUEST, "ledger.tier-not-below"),
    TOO_MANY_ROWS(UNPROCESSABLE_CONTENT, "ledger.too-many-rows"),
    SCOPE_CHANGED(CONFLICT, "ledger.scope-changed");

    private final Reason reason;

    LedgerRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
