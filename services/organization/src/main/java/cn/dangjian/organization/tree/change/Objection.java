package cn.dangjian.organization.tree.change;

import cn.dangjian.organization.tree.plan.Operation;
import cn.dangjian.organization.tree.plan.Refusal;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import java.time.LocalDate;
import java.util.List;

/** Why a proposal is not taken, or not decided. */
public sealed interface Objection {

    /** The tree cannot become that. */
    record Impossible(Refusal why) implements Objection {}

    /** A unit is changed by itself or by those above it. */
    record NotYours() implements Objection {}

    /** A day that is over needs a reason. */
    record ReasonMissing(LocalDate today) implements Objection {}

    /** Something is still open at a unit that is to end. */
    record StillOpen(String name, List<Ties.Tie> ties) implements Objection {}

    /** There is no such proposal, or none that the caller may know of. */
    record NoSuchChange() implements Objection {}

    /** Whoever proposed a change does not decide about it. */
    record OwnProposal() implements Objection {}

    /** A committee of a higher tier decides. */
    record NotDecider(Tier decider) implements Objection {}

    /** It was decided or withdrawn before. */
    record Decided(Change.State state) implements Objection {}

    /** A unit that it is about is not what the proposer saw any more: both texts. */
    record Stale(List<Unit> now, Operation proposed) implements Objection {}
}
