package cn.dangjian.organization.tree.change;

import cn.dangjian.organization.tree.period.Approval;
import cn.dangjian.organization.tree.plan.Operation;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as people see it.
 *
 * @param open what is open at units that end with it, and what becomes of each; null where nobody has looked: in lists, and of
 *     what is decided or cannot be made any more
 */
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
        long version,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Concerned.Open> open) {

    static ChangeView of(Change change) {
        return of(change, null);
    }

    static ChangeView of(Change change, @Nullable List<Concerned.Open> open) {
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
                change.version(),
                open);
    }
}
