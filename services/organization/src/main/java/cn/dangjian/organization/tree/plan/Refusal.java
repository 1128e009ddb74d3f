package cn.dangjian.organization.tree.plan;

import java.time.LocalDate;
import java.util.List;

/** Why the tree cannot become what was asked. */
public sealed interface Refusal {

    /** There is no such unit, or none that the caller may know of. */
    record NoSuchUnit() implements Refusal {}

    /** The unit does not exist on the day, or not as long as it is needed. */
    record NotThen(String name, LocalDate day) implements Refusal {}

    /** Something was decided already for a day after this one. */
    record LaterChanges(String name, LocalDate day) implements Refusal {}

    /** The unit is that already. */
    record NothingChanges(String name) implements Refusal {}

    /** The tree has no such place: a tier under one that is not above it. */
    record WrongTier() implements Refusal {}

    /** A unit cannot be below itself. */
    record UnderItself() implements Refusal {}

    /** Units that exist would be left without a parent. */
    record HasChildren(String name, List<String> children) implements Refusal {}

    /** A part of a split names a unit that is not below the one that is split, or names it twice. */
    record NotAChild(long unit) implements Refusal {}

    /** Only committees that head a line supervise others, and only organisations of the tier of branches. */
    record NoLine(String supervisor, String unit) implements Refusal {}

    /** The unit is not where the committee that is to supervise it works: below that committee's own superior. */
    record OutsideLine(String supervisor, String unit) implements Refusal {}

    /** Another committee, or none, supervises the unit then. */
    record NotSupervised(String supervisor, String unit) implements Refusal {}

    /** Units that would be left to a committee that does not exist any more. */
    record Supervises(String name, List<String> units) implements Refusal {}

    /** Units that would leave the territory in which those who supervise them work. */
    record LeavesLine(String name, List<String> units) implements Refusal {}

    /** The province is the root. */
    record IsRoot() implements Refusal {}

    /** Another unit has the code on one of these days. */
    record CodeTaken(String code) implements Refusal {}

    /** The code does not begin with its parent's, or no rule knows what it stands for. */
    record CodeUnfit(String code) implements Refusal {}

    /** A temporary unit needs a planned last day, behind its first one. */
    record UntilMissing(String kind, LocalDate on) implements Refusal {}

    /** People cannot be members of this unit: it is a committee, or one in which they only take part. */
    record NoMembers(String name) implements Refusal {}

    /** Only temporary units have a planned last day. */
    record UntilUnfit(String kind) implements Refusal {}

    /** The kind is not the one that the code stands for, or no unit of this sort can become one. */
    record KindUnfit(String kind) implements Refusal {}
}
