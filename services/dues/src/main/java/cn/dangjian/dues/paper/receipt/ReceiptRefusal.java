package cn.dangjian.dues.paper.receipt;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why there is no receipt. */
enum ReceiptRefusal implements Refusal {
    PAYMENT_UNKNOWN(NOT_FOUND, "payment.unknown"),
    NO_FILE(NOT_FOUND, "dues.no-file"),
    NOT_ISSUED(NOT_FOUND, "receipt.not-issued"),
    NOT_BRANCH(FORBIDDEN, "receipt.not-branch"),
    /** Of what was taken back none is issued any more. */
    REVERSED(CONFLICT, "receipt.reversed");

    private final Reason reason;

    ReceiptRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
