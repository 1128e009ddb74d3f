package cn.dangjian.dues.match.statement;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a list, or a row of one, is not taken. */
enum StatementRefusal implements Refusal {
    MEMBER_UNKNOWN(NOT_FOUND, "dues.member-unknown"),
    NOT_OPEN_HERE(SERVICE_UNAVAILABLE, "order.not-open-here"),
    NOT_COUNTY(FORBIDDEN, "statement.not-county"),
    AMOUNT_IMPOSSIBLE(UNPROCESSABLE_CONTENT, "payment.amount-impossible"),
    WRONG_DAY(UNPROCESSABLE_CONTENT, "statement.wrong-day"),
    MONTH_CLOSED(CONFLICT, "statement.month-closed"),
    /** The bank's number came before. */
    ROW_KNOWN(CONFLICT, "statement.row-known");

    private final Reason reason;

    StatementRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }

    String code() {
        return reason.code();
    }
}
