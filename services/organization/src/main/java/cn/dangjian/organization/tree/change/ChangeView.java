package cn.dangjian.organization.tree.change;

import cn.dangjian.organization.tree.period.Approval;
import cn.dangjian.organization.tree.plan.Operation;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A proposal as people see it. */
record ChangeView(
        ChangeId id,
        Approval.Reason kind,
        Operation operation,
        String document,
        LocalDate effectiveOn,
        @Nullable String reason,
        Change.State state,
        long proposerUnit,
        Instant proposedAt,
        @Nullable Instant decidedAt,
        @Nullable String note,
        long version) {

    static ChangeView of(Change change) {
        return new ChangeView(
                change.id(),
                change.kind(),
                change.operation(),
                change.document(),
                change.effectiveOn(),
                change.reason(),
                change.state(),
                change.proposerUnit(),
                change.proposedAt(),
                change.decidedAt(),
                change.note(),
                change.version());
    }
}
