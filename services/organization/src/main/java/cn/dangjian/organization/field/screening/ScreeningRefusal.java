package cn.dangjian.organization.field.screening;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is done about a screening. */
enum ScreeningRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "screening.unknown"),
    NOT_A_COUNTY(FORBIDDEN, "screening.not-a-county"),
    DAYS_UNFIT(UNPROCESSABLE_CONTENT, "screening.days-unfit"),
    OPEN_ALREADY(CONFLICT, "screening.open-already");

    private final Reason reason;

    ScreeningRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
