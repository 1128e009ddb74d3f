package cn.dangjian.organization.tree.plan;

import cn.dangjian.organization.tree.period.Approval;
import cn.dangjian.organization.tree.period.Tree;
import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * What an operation would make of the tree. A merge may be written down late (补记), for a day on which its units had not
 * been imported yet: they were there all the same, and what the import says of them is supposed of the days since then.
 */
@Component
public class Plans {

    private final Tree tree;
    private final Planner planner;

    Plans(Tree tree, Planner planner) {
        this.tree = tree;
        this.planner = planner;
    }

    /** A plan, and what was supposed for it in this transaction. */
    public static final class Supposed {

        private final Plan plan;
        private final @Nullable TransactionStatus transaction;
        private final @Nullable Object before;

        private Supposed(Plan plan, @Nullable TransactionStatus transaction, @Nullable Object before) {
            this.plan = plan;
            this.transaction = transaction;
            this.before = before;
        }

        public Plan plan() {
            return plan;
        }

        /** It is not made: with what was supposed goes whatever else was written since. */
        public void forget() {
            if (transaction != null && before != null) transaction.rollbackToSavepoint(before);
        }
    }

    /** What the history of the units will say of the operation. */
    public Approval.Reason reason(Operation operation, LocalDate on) {
        return planner.reason(operation, on);
    }

    public Supposed plan(Operation operation, Approval approval) {
        if (!(operation instanceof Operation.Merge merge))
            return new Supposed(planner.plan(operation, approval), null, null);
        var transaction = TransactionAspectSupport.currentTransactionStatus();
        var before = transaction.createSavepoint();
        suppose(merge, approval.on());
        return new Supposed(planner.plan(operation, approval), transaction, before);
    }

    /** That the units, and those below the ones that end, were there the day before. */
    private void suppose(Operation.Merge merge, LocalDate on) {
        var units = new HashSet<UnitId>(merge.concerned());
        merge.units().forEach(unit -> units.addAll(tree.below(unit, on)));
        tree.suppose(units, on.minusDays(1));
    }
}
