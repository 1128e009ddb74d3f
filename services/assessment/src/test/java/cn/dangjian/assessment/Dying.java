package cn.dangjian.assessment;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A process that dies in the transaction of a piece, when all of it is written and nothing committed: that one is rolled
 * back, those before it stay. Inside a transaction of the test it holds what it takes, so that no other one is faster.
 */
public final class Dying extends TransactionTemplate {

    private int left;

    /** @param pieces how many transactions it makes before the one in which it dies */
    public Dying(PlatformTransactionManager transactions, int pieces) {
        super(transactions);
        setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.left = pieces;
    }

    /** The end of the process. */
    public static final class Killed extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    @Override
    public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
        return super.execute(status -> {
            T result = action.doInTransaction(status);
            if (left-- == 0) throw new Killed();
            return result;
        });
    }
}
