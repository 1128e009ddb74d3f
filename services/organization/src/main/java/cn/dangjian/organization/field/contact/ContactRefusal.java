package cn.dangjian.organization.field.contact;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is done about a contact point. */
enum ContactRefusal implements Refusal {
    LEADER_UNKNOWN(NOT_FOUND, "contact.leader-unknown"),
    UNIT_UNKNOWN(NOT_FOUND, "unit.unknown"),
    LINK_UNKNOWN(NOT_FOUND, "contact.link-unknown"),
    NOT_YOURS(FORBIDDEN, "contact.not-yours"),
    KIND_UNFIT(UNPROCESSABLE_CONTENT, "contact.kind-unfit"),
    DAYS_UNFIT(UNPROCESSABLE_CONTENT, "contact.days-unfit"),
    LINKED_ALREADY(CONFLICT, "contact.linked-already"),
    VISIT_UNKNOWN(NOT_FOUND, "contact.visit-unknown"),
    NOT_HALF_DAYS(UNPROCESSABLE_CONTENT, "contact.not-half-days"),
    DAY_AHEAD(UNPROCESSABLE_CONTENT, "contact.day-ahead"),
    PROBLEM_UNKNOWN(NOT_FOUND, "contact.problem-unknown"),
    SOLVED_ALREADY(CONFLICT, "contact.solved-already"),
    BEFORE_THE_VISIT(UNPROCESSABLE_CONTENT, "contact.before-the-visit"),
    PERIOD_UNFIT(UNPROCESSABLE_CONTENT, "contact.period-unfit");

    private final Reason reason;

    ContactRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
