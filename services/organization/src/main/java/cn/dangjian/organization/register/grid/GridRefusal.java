package cn.dangjian.organization.register.grid;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why places stay as they are. */
enum GridRefusal implements Refusal {
    /** There is no such place, or none that the caller may know of; likewise the next two. */
    UNKNOWN(NOT_FOUND, "grid.unknown"),
    COMMUNITY_UNKNOWN(NOT_FOUND, "grid.community-unknown"),
    PARTY_UNIT_UNKNOWN(NOT_FOUND, "grid.party-unit-unknown"),
    /** Places are kept by communities and their superiors. */
    NOT_WARDEN(FORBIDDEN, "grid.not-warden"),
    /** The kind is unknown, or may not lie there. */
    KIND_UNFIT(UNPROCESSABLE_CONTENT, "grid.kind-unfit"),
    /** The Party unit lies elsewhere, or is of a kind that does not stand for such a place. */
    PARTY_UNIT_UNFIT(UNPROCESSABLE_CONTENT, "grid.party-unit-unfit"),
    CLOSED(CONFLICT, "grid.closed"),
    HAS_PLACES(CONFLICT, "grid.has-places"),
    NOT_LINKED(CONFLICT, "grid.not-linked"),
    /** Members volunteer in households. */
    VOLUNTEER_UNFIT(UNPROCESSABLE_CONTENT, "grid.volunteer-unfit"),
    NO_VOLUNTEER(CONFLICT, "grid.no-volunteer"),
    FUTURE(UNPROCESSABLE_CONTENT, "grid.future"),
    /** What was entered last holds from a later day on. */
    TOO_EARLY(UNPROCESSABLE_CONTENT, "grid.too-early");

    private final Reason reason;

    GridRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
