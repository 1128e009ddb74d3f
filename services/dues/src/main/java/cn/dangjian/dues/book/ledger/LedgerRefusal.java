package cn.dangjian.dues.book.ledger;

import static org.springframework.http.HttpStatus.CONFLICT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is booked. */
enum LedgerRefusal implements Refusal {
    /** {0} is the first day that is open. */
    MONTH_CLOSED(CONFLICT, "book.month-closed");

    private final Reason reason;

    LedgerRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
