package cn.dangjian.dues.care.relief;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nobody pays less. */
enum ReliefRefusal implements Refusal {
    MEMBER_UNKNOWN(NOT_FOUND, "dues.member-unknown"),
    UNKNOWN(NOT_FOUND, "relief.unknown"),
    NOT_YOURS(FORBIDDEN, "relief.not-yours"),
    SAME_PERSON(FORBIDDEN, "relief.same-person"),
    WRONG_STATE(CONFLICT, "relief.wrong-state"),
    /** {0} is today. */
    DAY_AHEAD(UNPROCESSABLE_CONTENT, "relief.day-ahead"),
    NOT_PAYING(CONFLICT, "relief.not-paying"),
    /** {0} is the other one. */
    OVERLAPS(CONFLICT, "relief.overlaps"),
    WRONG_MONTHS(UNPROCESSABLE_CONTENT, "relief.wrong-months"),
    /** {0} is how many months at most, {1} who says so. */
    TOO_LONG(UNPROCESSABLE_CONTENT, "relief.too-long"),
    BASE_MISSING(UNPROCESSABLE_CONTENT, "relief.base-missing"),
    /** {0} is what is due of the first month. */
    NOT_LESS(UNPROCESSABLE_CONTENT, "relief.not-less"),
    /** {0} and {1} are the months for which it counts. */
    END_OUTSIDE(UNPROCESSABLE_CONTENT, "relief.end-outside");

    private final Reason reason;

    ReliefRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
