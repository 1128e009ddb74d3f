package cn.dangjian.organization.field.weak;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is done about a weak unit. */
enum WeakRefusal implements Refusal {
    UNIT_UNKNOWN(NOT_FOUND, "unit.unknown"),
    UNKNOWN(NOT_FOUND, "weak.unknown"),
    NOT_YOURS(FORBIDDEN, "weak.not-yours"),
    SAME_PERSON(FORBIDDEN, "weak.same-person"),
    WRONG_STATE(CONFLICT, "weak.wrong-state"),
    DAY_AHEAD(UNPROCESSABLE_CONTENT, "weak.day-ahead"),

    NOT_A_BASE(UNPROCESSABLE_CONTENT, "weak.not-a-base"),
    TYPE_UNKNOWN(UNPROCESSABLE_CONTENT, "weak.type-unknown"),
    NO_SCREENING(CONFLICT, "weak.no-screening"),
    SCREENING_OVER(CONFLICT, "weak.screening-over"),
    THERE_ALREADY(CONFLICT, "weak.there-already"),

    PERIOD_UNFIT(UNPROCESSABLE_CONTENT, "weak.period-unfit"),
    NO_PLAN(CONFLICT, "weak.no-plan"),
    MEASURES_OPEN(CONFLICT, "weak.measures-open"),
    LINKS_MISSING(CONFLICT, "weak.links-missing"),

    LINK_UNKNOWN(NOT_FOUND, "weak.link-unknown"),
    LINK_DAYS_UNFIT(UNPROCESSABLE_CONTENT, "weak.link-days-unfit"),
    LINK_HELD(CONFLICT, "weak.link-held"),

    MEASURE_UNKNOWN(NOT_FOUND, "weak.measure-unknown"),
    DUE_UNFIT(UNPROCESSABLE_CONTENT, "weak.due-unfit"),
    DONE_ALREADY(CONFLICT, "weak.done-already");

    private final Reason reason;

    WeakRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
