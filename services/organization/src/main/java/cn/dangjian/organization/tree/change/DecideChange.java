package cn.dangjian.organization.tree.change;

import cn.dangjian.organization.tree.period.Approval;
import cn.dangjian.organization.tree.period.Tree;
import cn.dangjian.organization.tree.plan.Plan;
import cn.dangjian.organization.tree.plan.Plans;
import cn.dangjian.organization.tree.temporary.PlannedEnds;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.version.ETags;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 审批: somebody one tier up, and not the one who proposed it, approves a change or refuses it. */
@Service
class DecideChange {

    private final Tree tree;
    private final Plans plans;
    private final Concerned concerned;
    private final ChangeTable changes;
    private final PlannedEnds ends;

    DecideChange(Tree tree, Plans plans, Concerned concerned, ChangeTable changes, PlannedEnds ends) {
        this.tree = tree;
        this.plans = plans;
        this.concerned = concerned;
        this.changes = changes;
        this.ends = ends;
    }

    /** @param approves false to refuse */
    record Decision(
            ChangeId change,
            @Nullable String ifMatch,
            boolean approves,
            @Nullable String note) {}

    @Transactional
    Outcome decide(Decision decision, Caller caller) {
        tree.lock();
        var found = changes.find(decision.change(), concerned.scope(caller));
        if (found.isEmpty()) return new Outcome.Refused(new Objection.NoSuchChange());
        var change = found.get();
        ETags.requireMatch(decision.ifMatch(), change.version());
        if (!change.isOpen()) return new Outcome.Refused(new Objection.Decided(change.state()));

        var approval = concerned.approval(change, caller);
        if (decision.approves() && isStale(change))
            return new Outcome.Refused(concerned.stale(change.operation(), caller));
        var supposed = plans.plan(change.operation(), approval);
        if (!decision.approves()) {
            supposed.forget();
            return turnDown(decision, change, supposed.plan(), caller);
        }
        var outcome =
                switch (supposed.plan()) {
                    case Plan.Refused(var why) -> new Outcome.Refused(new Objection.Impossible(why));
                    case Plan.Made made -> approve(decision, change, made, approval, caller);
                };
        if (outcome instanceof Outcome.Refused) supposed.forget();
        return outcome;
    }

    private Outcome approve(Decision decision, Change change, Plan.Made made, Approval approval, Caller caller) {
        var refusal = concerned.refuse(change, made, seat(change, caller));
        if (refusal != null) return new Outcome.Refused(refusal);
        var open = concerned.open(made, change.effectiveOn());
        var objection = Concerned.objection(open);
        if (objection != null) return new Outcome.Refused(objection);
        var approved =
                changes.update(change.decided(Change.State.APPROVED, caller.account(), approval.at(), decision.note()));
        tree.save(made.changed(), made.lineage(), approval);
        ends.save(change.operation(), made.changed());
        return new Outcome.Decided(approved, open);
    }

    /** What cannot be done any more can still be refused, by anybody above. */
    private Outcome turnDown(Decision decision, Change change, Plan plan, Caller caller) {
        var objection =
                switch (plan) {
                    case Plan.Refused(var impossible) -> seat(change, caller).refuseToTurnDown(change);
                    case Plan.Made made -> concerned.refuse(change, made, seat(change, caller));
                };
        return objection == null ? turnDown(decision, change, caller) : new Outcome.Refused(objection);
    }

    private Concerned.Seat seat(Change change, Caller caller) {
        return concerned.seat(caller, List.of(change.operation()));
    }

    private Outcome turnDown(Decision decision, Change change, Caller caller) {
        var now = concerned.approval(change, caller).at();
        return new Outcome.Decided(
                changes.update(change.decided(Change.State.REFUSED, caller.account(), now, decision.note())),
                List.of());
    }

    /** Whether somebody has changed one of the units since it was proposed. */
    private boolean isStale(Change change) {
        return tree.timelines(change.operation().concerned()).values().stream()
                .flatMap(timeline -> timeline.periods().stream())
                .anyMatch(period -> period.because().at().isAfter(change.proposedAt()));
    }

    /** @param open what hangs on units that would end; empty if it is decided, or cannot be made any more */
    record Seen(Change change, Optional<List<Concerned.Open>> open) {}

    /** What is to be decided, with what hangs on it as of now. Empty if it is about no unit that the caller sees. */
    @Transactional
    Optional<Seen> look(ChangeId id, Caller caller) {
        return changes.find(id, concerned.scope(caller)).map(change -> look(change, caller));
    }

    private Seen look(Change change, Caller caller) {
        if (!change.isOpen()) return new Seen(change, Optional.empty());
        // a plan of a merger supposes that its units had begun the day before, which nobody else may see
        tree.lock();
        var supposed = plans.plan(change.operation(), concerned.approval(change, caller));
        var open = supposed.plan() instanceof Plan.Made made
                ? Optional.of(concerned.open(made, change.effectiveOn()))
                : Optional.<List<Concerned.Open>>empty();
        supposed.forget();
        return new Seen(change, open);
    }

    sealed interface Outcome {
        /** @param open what is open at units that end with it */
        record Decided(Change change, List<Concerned.Open> open) implements Outcome {}

        record Refused(Objection why) implements Outcome {}
    }
}
