package cn.dangjian.task.assignment;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why an assignment does not go on. */
enum AssignmentRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "assignment.unknown"),
    NOT_SIGNED(CONFLICT, "assignment.not-signed"),
    UNDER_REVIEW(CONFLICT, "assignment.under-review"),
    ALREADY_APPROVED(CONFLICT, "assignment.already-approved"),
    OVER(CONFLICT, "assignment.over"),
    WITHDRAWN(CONFLICT, "assignment.withdrawn"),
    /** Somebody else has the review. */
    TAKEN_UP(CONFLICT, "assignment.taken-up"),
    PERSON_MISSING(UNPROCESSABLE_CONTENT, "person.missing"),
    PARTS_OPEN(CONFLICT, "parts.open"),
    NOT_SUBMITTED(CONFLICT, "assignment.not-submitted"),
    NOT_YOUR_REVIEW(FORBIDDEN, "assignment.not-your-review"),
    MATERIAL_MISSING(UNPROCESSABLE_CONTENT, "material.required"),
    DATE_MISSING(UNPROCESSABLE_CONTENT, "return.until-missing"),
    DATE_EARLY(UNPROCESSABLE_CONTENT, "return.until-early");

    private final Reason reason;

    AssignmentRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
