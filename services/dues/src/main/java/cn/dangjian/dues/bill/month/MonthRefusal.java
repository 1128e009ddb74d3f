package cn.dangjian.dues.bill.month;

import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why no month is billed. */
enum MonthRefusal implements Refusal {
    NOT_COUNTY(FORBIDDEN, "month.not-county"),
    TO_COME(UNPROCESSABLE_CONTENT, "month.to-come"),
    /** {0} is what is set, {1} and {2} what may be, {3} the article. */
    FLAT_OUTSIDE(UNPROCESSABLE_CONTENT, "month.flat-outside");

    private final Reason reason;

    MonthRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
