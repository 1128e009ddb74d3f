package cn.dangjian.dues.match.reconcile;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a finding is not settled. */
enum FindingRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "finding.unknown"),
    MEMBER_UNKNOWN(NOT_FOUND, "dues.member-unknown"),
    NOT_COUNTY(FORBIDDEN, "statement.not-county"),
    SETTLED_ALREADY(CONFLICT, "finding.settled-already"),
    /** This way is not one for this result. */
    OTHER_WAY(UNPROCESSABLE_CONTENT, "finding.other-way"),
    /** Nobody knows whose payment the line is. */
    MEMBER_MISSING(UNPROCESSABLE_CONTENT, "finding.member-missing"),
    NOT_PAID(CONFLICT, "order.not-paid"),
    REVERSED_ALREADY(CONFLICT, "payment.reversed-already"),
    BOOKED_ALREADY(CONFLICT, "finding.booked-already");

    private final Reason reason;

    FindingRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
