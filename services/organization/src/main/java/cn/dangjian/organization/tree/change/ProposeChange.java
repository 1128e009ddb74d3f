package cn.dangjian.organization.tree.change;

import cn.dangjian.organization.tree.period.Approval;
import cn.dangjian.organization.tree.period.Tree;
import cn.dangjian.organization.tree.plan.Operation;
import cn.dangjian.organization.tree.plan.Plan;
import cn.dangjian.organization.tree.plan.Plans;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 申请变更: a unit, or one above it, proposes a change of the tree; it is checked as if it were decided already. */
@Service
public class ProposeChange {

    private final Tree tree;
    private final Plans plans;
    private final Concerned concerned;
    private final ChangeTable changes;
    private final Days days;

    ProposeChange(Tree tree, Plans plans, Concerned concerned, ChangeTable changes, Days days) {
        this.tree = tree;
        this.plans = plans;
        this.concerned = concerned;
        this.changes = changes;
        this.days = days;
    }

    public record Proposal(
            Operation operation,
            String document,
            LocalDate effectiveOn,
            @Nullable String reason) {}

    @Transactional
    Outcome propose(Proposal proposal, @Nullable String ifMatch, Caller caller) {
        tree.lock();
        var refusal = concerned.seat(caller, List.of(proposal.operation())).refuse(proposal.operation());
        if (refusal != null) return new Outcome.Refused(refusal);
        if (!concerned.isSeen(proposal.operation(), ifMatch, caller))
            return new Outcome.Refused(concerned.stale(proposal.operation(), caller));
        var today = days.today();
        if (proposal.effectiveOn().isBefore(today) && proposal.reason() == null)
            return new Outcome.Refused(new Objection.ReasonMissing(today));

        var kind = plans.reason(proposal.operation(), proposal.effectiveOn());
        var approval =
                new Approval(kind, proposal.document(), proposal.effectiveOn(), caller.subject(), days.now(), null);
        var supposed = plans.plan(proposal.operation(), approval);
        supposed.forget();
        return switch (supposed.plan()) {
            case Plan.Refused(var why) -> new Outcome.Refused(new Objection.Impossible(why));
            case Plan.Made made -> {
                var open = concerned.open(made, proposal.effectiveOn());
                var objection = Concerned.objection(open);
                if (objection != null) yield new Outcome.Refused(objection);
                yield new Outcome.Proposed(changes.insert(Change.proposed(proposal, kind, caller, days.now())), open);
            }
        };
    }

    sealed interface Outcome {
        /** @param open what is open at units that end with it */
        record Proposed(Change change, List<Concerned.Open> open) implements Outcome {}

        record Refused(Objection why) implements Outcome {}
    }
}
