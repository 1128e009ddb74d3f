package cn.dangjian.organization.register.entry;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why the register stays as it is. */
enum RegisterRefusal implements Refusal {
    /** There is no such unit, or none that the caller may know of; likewise the next two. */
    UNKNOWN(NOT_FOUND, "register.unknown"),
    PLACE_UNKNOWN(NOT_FOUND, "register.place-unknown"),
    PARTY_UNIT_UNKNOWN(NOT_FOUND, "register.party-unit-unknown"),
    /** The register is kept by townships and their superiors. */
    NOT_KEEPER(FORBIDDEN, "register.not-keeper"),
    /** Units lie under a township or a village. */
    PLACE_UNFIT(UNPROCESSABLE_CONTENT, "register.place-unfit"),
    /** The unit named heads no line. */
    NO_LINE(UNPROCESSABLE_CONTENT, "register.no-line"),
    /** Units are covered by a branch or by what stands for one in a village. */
    PARTY_UNIT_UNFIT(UNPROCESSABLE_CONTENT, "register.party-unit-unfit"),
    TYPE_UNKNOWN(UNPROCESSABLE_CONTENT, "register.type-unknown"),
    FOUNDING_UNKNOWN(UNPROCESSABLE_CONTENT, "register.founding-unknown"),
    CODE_MALFORMED(UNPROCESSABLE_CONTENT, "register.code-malformed"),
    /** An open unit has the code, wherever in the tree. */
    CODE_TAKEN(CONFLICT, "register.code-taken"),
    /** A file brings a unit without a credit code that is kept already. */
    ALREADY_THERE(CONFLICT, "register.already-there"),
    /** A file brings a unit that is kept with other facts. */
    DIFFERS(CONFLICT, "register.differs"),
    MORE_MEMBERS(UNPROCESSABLE_CONTENT, "register.more-members"),
    CLOSED(CONFLICT, "register.closed"),
    NOT_COVERED(CONFLICT, "register.not-covered"),
    FUTURE(UNPROCESSABLE_CONTENT, "register.future"),
    /** What was entered last holds from a later day on. */
    TOO_EARLY(UNPROCESSABLE_CONTENT, "register.too-early");

    private final Reason reason;

    RegisterRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
