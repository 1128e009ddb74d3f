package cn.dangjian.organization.unit;

import java.time.LocalDate;

/** Why the tree stays as it is; every change answers with what was changed or with one of these. */
sealed interface Refusal {

    /** There is no such unit, or none that the caller may know of. */
    record NoSuchUnit() implements Refusal {}

    /** The unit that is to be the parent does not exist, or is none that the caller may know of. */
    record NoSuchParent() implements Refusal {}

    /** Units are changed by a county or above, and never by themselves. */
    record NotSuperior() implements Refusal {}

    /** Changes that take effect on another day than today are not taken yet. */
    record NotToday(LocalDate today) implements Refusal {}

    /** The unit, or its new parent, was abolished. */
    record Abolished(String name) implements Refusal {}

    /** The tree has no such place: a tier under one that is not above it. */
    record WrongTier() implements Refusal {}

    /** A unit cannot be below itself. */
    record UnderItself() implements Refusal {}

    /** It is below that parent already. */
    record AlreadyThere() implements Refusal {}

    /** Units that exist are below it. */
    record HasChildren() implements Refusal {}

    /** Another unit has the code. */
    record CodeTaken(String code) implements Refusal {}

    /** The code does not begin with its parent's, or no rule knows what it stands for. */
    record CodeUnfit(String code) implements Refusal {}

    /** The kind is not the one that the code stands for, or none of those that need no division code. */
    record KindUnfit(String kind) implements Refusal {}
}
