package cn.dangjian.organization.register.entry;

import java.time.LocalDate;

/** Why the register stays as it is. */
sealed interface Refusal {

    /** There is no such unit, or none that the caller may know of. */
    record NoSuchUnit() implements Refusal {}

    /** The place does not exist, or is none that the caller may know of. */
    record NoSuchPlace() implements Refusal {}

    /** The Party unit does not exist, or is none that the caller may know of. */
    record NoSuchPartyUnit() implements Refusal {}

    /** The register is kept by townships and their superiors. */
    record NotKeeper() implements Refusal {}

    /** Units lie under a township or a village. */
    record PlaceUnfit() implements Refusal {}

    /** The unit named heads no line. */
    record NoLine() implements Refusal {}

    /** Units are covered by a branch or by what stands for one in a village. */
    record PartyUnitUnfit() implements Refusal {}

    record TypeUnknown(String type) implements Refusal {}

    record FoundingUnknown(String founding) implements Refusal {}

    record CodeMalformed(String code) implements Refusal {}

    /** An open unit has the code, wherever in the tree. */
    record CodeTaken(String code) implements Refusal {}

    /** A file brings a unit without a credit code that is kept already. */
    record AlreadyThere(String name) implements Refusal {}

    record Closed(String name) implements Refusal {}

    record NotCovered() implements Refusal {}

    record Future(LocalDate today) implements Refusal {}

    /** What was entered last holds from that day on. */
    record TooEarly(LocalDate earliest) implements Refusal {}
}
