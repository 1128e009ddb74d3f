package cn.dangjian.organization.decision;

import cn.dangjian.organization.change.DecideAll;
import cn.dangjian.organization.queue.Lease;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** 逐批审批: decides about the next proposals of a file; how far it has come is stored with them. */
@Service
class DecideNext {

    private final DecisionTable decisions;
    private final DecideAll decideAll;

    DecideNext(DecisionTable decisions, DecideAll decideAll) {
        this.decisions = decisions;
        this.decideAll = decideAll;
    }

    /** Whether there are more. What is read behind the lock of the tree is what the one before has committed. */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    boolean decide(Lease<Decision> lease) {
        decisions.hold(lease);
        var decision = lease.work();
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
}
