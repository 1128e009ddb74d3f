package cn.dangjian.organization.people.term;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a team stays as it is. */
public enum TeamRefusal implements Refusal {
    /** There is no such unit, term or seat, or none that the caller may know of. */
    UNKNOWN(NOT_FOUND, "team.unknown"),
    /** Teams are set up by a superior, never by themselves. */
    NOT_SUPERIOR(FORBIDDEN, "team.not-superior"),
    /** Nobody has begun a term, or it has ended. */
    NO_SESSION(CONFLICT, "team.no-session"),
    /** Units of this tier have no such post. */
    NO_SUCH_POST(UNPROCESSABLE_CONTENT, "team.no-such-post"),
    /** The person is not one of this unit's. */
    NO_SUCH_PERSON(UNPROCESSABLE_CONTENT, "team.no-such-person"),
    /** The number is not above the last one. */
    NUMBER_TAKEN(CONFLICT, "team.number-taken"),
    /** The day is not between two others, both included. */
    WRONG_DAY(UNPROCESSABLE_CONTENT, "team.wrong-day"),
    /** The term before is not over; an earlier end needs an approval. */
    NOT_DUE(CONFLICT, "team.not-due"),
    /** The person sits there already. */
    SEATED(CONFLICT, "team.seated"),
    /** The person sits there, but not as the list says: for part or all of the time. */
    OTHER_TIME(CONFLICT, "team.other-time"),
    /** All seats of the post are taken. */
    FULL(CONFLICT, "team.full"),
    /** It has ended already. */
    ENDED(CONFLICT, "team.ended");

    private final Reason reason;

    TeamRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
