package cn.dangjian.member.growth.development;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is done about somebody's way, beside what the rules themselves refuse. */
enum DevelopmentRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "development.unknown"),
    NOT_YOURS(FORBIDDEN, "development.not-yours"),
    /** {0} is the state. */
    WRONG_STATE(CONFLICT, "development.wrong-state"),
    /** {0} is today. */
    DAY_AHEAD(UNPROCESSABLE_CONTENT, "development.day-ahead"),
    /** He is no applicant and nothing that comes from it. */
    NOT_COMING(CONFLICT, "development.not-coming"),
    OPEN(CONFLICT, "development.open"),
    NOT_A_STEP(UNPROCESSABLE_CONTENT, "development.not-a-step"),
    /** {0} is the number of a file that is not that of a full member, as far as the caller sees. */
    NOT_FULL_MEMBER(UNPROCESSABLE_CONTENT, "development.not-full-member"),
    /** How somebody was found is said of activists. */
    NOT_RECOMMENDED(UNPROCESSABLE_CONTENT, "development.not-recommended"),
    /** The person has died, left for another province, or is out. */
    GONE(CONFLICT, "development.gone"),
    /** {0} is the day of the first step that was taken here. */
    MAKES_EVENTS(CONFLICT, "development.makes-events"),
    NO_SUCH_OBJECTION(NOT_FOUND, "development.no-such-objection"),
    ANSWERED(CONFLICT, "development.answered");

    private final Reason reason;

    DevelopmentRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
