package cn.dangjian.organization.tree.change;

import cn.dangjian.organization.tree.period.Approval;
import cn.dangjian.organization.tree.plan.Operation;
import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.platform.web.caller.Caller;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 变更申请: a proposal to change the tree.
 *
 * @param document the number of the document (批准文号)
 * @param reason why it takes effect on a day that was over when it was proposed
 * @param note what the one who decided said
 */
public record Change(
        ChangeId id,
        Operation operation,
        Approval.Reason kind,
        String document,
        LocalDate effectiveOn,
        @Nullable String reason,
        State state,
        long proposerUnit,
        AccountId proposedBy,
        Instant proposedAt,
        @Nullable AccountId decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note,
        long version) {

    public enum State {
        /** 待审批. */
        PROPOSED,
        /** 已批准: takes effect on its day. */
        APPROVED,
        /** 已驳回. */
        REFUSED,
        /** 已撤回. */
        WITHDRAWN
    }

    /** One that nobody has decided about, and that has no id yet. */
    public static Change proposed(ProposeChange.Proposal proposal, Approval.Reason kind, Caller caller, Instant now) {
        return new Change(
                new ChangeId(0),
                proposal.operation(),
                kind,
                proposal.document(),
                proposal.effectiveOn(),
                proposal.reason(),
                State.PROPOSED,
                caller.unit(),
                caller.account(),
                now,
                null,
                null,
                null,
                1);
    }

    boolean isOpen() {
        return state == State.PROPOSED;
    }

    public Change decided(State to, AccountId by, Instant at, @Nullable String said) {
        return new Change(
                id,
                operation,
                kind,
                document,
                effectiveOn,
                reason,
                to,
                proposerUnit,
                proposedBy,
                proposedAt,
                by,
                at,
                said,
                version);
    }
}
