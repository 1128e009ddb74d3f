package cn.dangjian.dues.rate.base;

import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why no base is recorded. */
enum BaseRefusal implements Refusal {
    MEMBER_UNKNOWN(NOT_FOUND, "dues.member-unknown"),
    NOT_BRANCH(FORBIDDEN, "base.not-branch"),
    PAY_MISSING(UNPROCESSABLE_CONTENT, "base.pay-missing"),
    PAY_NOT_ASKED(UNPROCESSABLE_CONTENT, "base.pay-not-asked"),
    PAY_IMPOSSIBLE(UNPROCESSABLE_CONTENT, "base.pay-impossible"),
    WRONG_MONTH(UNPROCESSABLE_CONTENT, "base.wrong-month"),
    /** {0} is the article or the document that fixes it. */
    FIXED_FOR_THE_YEAR(UNPROCESSABLE_CONTENT, "base.fixed-for-the-year");

    private final Reason reason;

    BaseRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
