package cn.dangjian.dues.remit.share;

import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is shown. */
enum ShareRefusal implements Refusal {
    UNIT_UNKNOWN(NOT_FOUND, "unit.unknown"),
    WRONG_MONTHS(UNPROCESSABLE_CONTENT, "total.wrong-months"),
    WRONG_YEARS(UNPROCESSABLE_CONTENT, "share.wrong-years");

    private final Reason reason;

    ShareRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
