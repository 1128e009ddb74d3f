package cn.dangjian.platform.seals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

class ResealTest {

    private static final Map<String, String> KEYS =
            Map.of("k1", "only-for-tests-data-key", "k2", "only-for-tests-second-key");

    private final Seals before = new Seals(new SealSettings("k1", KEYS, Set.of(), null));
    private final Seals after = new Seals(new SealSettings("k2", KEYS, Set.of("k2"), null));
    private final List<String> ends = new ArrayList<>();

    /** Counts how transactions end. */
    private final class Transactions extends AbstractPlatformTransactionManager {

        @Override
        protected Object doGetTransaction() {
            return new Object();
        }

        @Override
        protected void doBegin(Object transaction, org.springframework.transaction.TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            ends.add("commit");
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            ends.add("rollback");
        }
    }

    /** A table in memory. */
    private final class Names implements SealedRows {

        private final List<Sealed> rows = new ArrayList<>();

        @Override
        public int reseal(int most) {
            int done = 0;
            for (int i = 0; i < rows.size() && done < most; i++) {
                if (rows.get(i).key().equals(after.currentKey())) continue;
                rows.set(i, after.reseal(rows.get(i), field(i)));
                done++;
            }
            return done;
        }
    }

    private static Field field(int row) {
        return new Field("person", "name", row);
    }

    @Test
    void putsEveryValueUnderTheCurrentKeyBitByBit() {
        var names = new Names();
        for (int i = 0; i < 450; i++) names.rows.add(before.seal("虚构" + i, field(i)));
        SealedRows broken = most -> {
            throw new IllegalStateException("There is no key k0");
        };

        new Reseal(List.of(broken, names), new TransactionTemplate(new Transactions())).reseal();

        assertThat(names.rows).allSatisfy(row -> assertThat(row.key()).isEqualTo("k2"));
        for (int i = 0; i < 450; i++)
            assertThat(after.open(names.rows.get(i), field(i))).isEqualTo("虚构" + i);
        assertThat(ends).containsExactly("rollback", "commit", "commit", "commit", "commit");
    }
}
