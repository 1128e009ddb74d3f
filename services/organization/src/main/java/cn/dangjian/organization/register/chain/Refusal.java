package cn.dangjian.organization.register.chain;

import java.time.LocalDate;

/** Why chains stay as they are. */
sealed interface Refusal {

    /** There is no such chain, or none that the caller may know of. */
    record NoSuchChain() implements Refusal {}

    /** Chains are kept by a county or a township that exists in the caller's subtree. */
    record NoSuchKeeper() implements Refusal {}

    /** The register unit does not exist, is closed, or lies outside the keeper's territory. */
    record NoSuchUnit() implements Refusal {}

    record NoSuchLink() implements Refusal {}

    /** The Party unit does not exist, was abolished, or is none of the keeper's territory. */
    record NoSuchPartyUnit() implements Refusal {}

    /** A township or above keeps chains. */
    record NotKeeper() implements Refusal {}

    /** Only a functional Party unit leads a chain: members stay where they are. */
    record PartyUnitUnfit(String kind) implements Refusal {}

    record CodeTaken(String code) implements Refusal {}

    record LinkedAlready() implements Refusal {}

    record LinkEnded() implements Refusal {}

    /** The unit leads the chain: another one has to be named first. */
    record Leads() implements Refusal {}

    /** The unit led the chain until the day before. */
    record Led(LocalDate until) implements Refusal {}

    record NotLed() implements Refusal {}

    record Closed(String name) implements Refusal {}

    record Future(LocalDate today) implements Refusal {}

    /** What was entered last holds from that day on. */
    record TooEarly(LocalDate earliest) implements Refusal {}
}
