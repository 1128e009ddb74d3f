package cn.dangjian.organization.files.decision;

import cn.dangjian.organization.tree.batch.DecideAll;
import cn.dangjian.platform.files.queue.Lease;
import cn.dangjian.platform.web.caller.AccessVersions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** 逐批审批: decides about the next proposals of a file; how far it has come is stored with them. */
@Service
class DecideNext {

    private final DecisionTable decisions;
    private final DecideAll decideAll;
    private final AccessVersions access;

    DecideNext(DecisionTable decisions, DecideAll decideAll, AccessVersions access) {
        this.decisions = decisions;
        this.decideAll = decideAll;
        this.access = access;
    }

    /** Whether there are more. What is read behind the lock of the tree is what the one before has committed. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    boolean decide(Lease<Decision> lease) {
        decisions.hold(lease);
        var decision = lease.work();
        if (isOver(decision)) {
            decisions.stop(lease, "intake.decider-changed");
            return false;
        }
        long list = decision.intakeId();
        int after = decisions.upTo(lease);
        var note = decision.note();
        var next = decision.approves()
                ? decideAll.approve(list, after, note, decision.caller())
                : decideAll.refuse(list, after, String.valueOf(note), decision.caller());
        var line = next.next();
        decisions.saveProgress(lease, next.decided(), next.left(), line == null ? after : line);
        return line != null;
    }

    /** As his token would be refused now: somebody who has lost his post decides about nothing more. */
    private boolean isOver(Decision decision) {
        var version = decision.accessVersion();
        return version != null && access.isSuperseded(decision.caller().account(), version);
    }
}
