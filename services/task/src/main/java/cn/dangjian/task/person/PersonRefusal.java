package cn.dangjian.task.person;

import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a person is not named. */
enum PersonRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "assignment.unknown"),
    /** {0} is what he was called. */
    NO_SUCH_POST(UNPROCESSABLE_CONTENT, "person.no-such-post"),
    /** {0} is what he was called, {1} the date of the unit. */
    LATER(UNPROCESSABLE_CONTENT, "person.later"),
    PAST(UNPROCESSABLE_CONTENT, "person.past");

    private final Reason reason;

    PersonRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
