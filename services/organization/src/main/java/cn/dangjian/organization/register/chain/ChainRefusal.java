package cn.dangjian.organization.register.chain;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why chains stay as they are. */
enum ChainRefusal implements Refusal {
    /** The unit that is asked about does not exist, or is none that the caller may know of. */
    ASKED_UNKNOWN(NOT_FOUND, "unit.unknown"),
    /** There is no such chain, or none that the caller may know of. */
    UNKNOWN(NOT_FOUND, "chain.unknown"),
    /** Chains are kept by a county or a township that exists in the caller's subtree. */
    KEEPER_UNKNOWN(NOT_FOUND, "chain.keeper-unknown"),
    /** The register unit does not exist, is closed, or lies outside the keeper's territory. */
    UNIT_UNKNOWN(NOT_FOUND, "chain.unit-unknown"),
    LINK_UNKNOWN(NOT_FOUND, "chain.link-unknown"),
    /** The Party unit does not exist, was abolished, or is none of the keeper's territory. */
    PARTY_UNIT_UNKNOWN(NOT_FOUND, "chain.party-unit-unknown"),
    /** A township or above keeps chains. */
    NOT_KEEPER(FORBIDDEN, "chain.not-keeper"),
    /** Only a functional Party unit leads a chain: members stay where they are. */
    PARTY_UNIT_UNFIT(UNPROCESSABLE_CONTENT, "chain.party-unit-unfit"),
    CODE_TAKEN(CONFLICT, "chain.code-taken"),
    LINKED_ALREADY(CONFLICT, "chain.linked-already"),
    LINK_ENDED(CONFLICT, "chain.link-ended"),
    /** The unit leads the chain: another one has to be named first. */
    LEADS(CONFLICT, "chain.leads"),
    /** The unit led the chain until the day before. */
    LED(CONFLICT, "chain.led"),
    NOT_LED(CONFLICT, "chain.not-led"),
    CLOSED(CONFLICT, "chain.closed"),
    FUTURE(UNPROCESSABLE_CONTENT, "chain.future"),
    /** What was entered last holds from a later day on. */
    TOO_EARLY(UNPROCESSABLE_CONTENT, "chain.too-early");

    private final Reason reason;

    ChainRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
