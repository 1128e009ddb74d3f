package cn.dangjian.member.person.affiliation;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why somebody does not take part in the work of a unit, or goes on to. */
enum AffiliationRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "member.unknown"),
    UNIT_UNKNOWN(NOT_FOUND, "unit.unknown"),
    NO_SUCH_UNIT(UNPROCESSABLE_CONTENT, "affiliation.no-such-unit"),
    /** A committee, or a group. */
    NOT_A_BRANCH(UNPROCESSABLE_CONTENT, "affiliation.not-a-branch"),
    OWN_UNIT(UNPROCESSABLE_CONTENT, "affiliation.own-unit"),
    NOT_A_MEMBER(CONFLICT, "affiliation.not-a-member"),
    /** {0} is today. */
    DAY_AHEAD(UNPROCESSABLE_CONTENT, "affiliation.day-ahead"),
    ENDS_BEFORE(UNPROCESSABLE_CONTENT, "affiliation.ends-before"),
    ALREADY(CONFLICT, "affiliation.already"),
    NONE(NOT_FOUND, "affiliation.unknown"),
    ENDED(CONFLICT, "affiliation.ended");

    private final Reason reason;

    AffiliationRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
