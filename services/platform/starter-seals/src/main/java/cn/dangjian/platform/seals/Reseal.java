package cn.dangjian.platform.seals;

import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/** 密钥轮换: puts values under the current key after it was changed, while everything runs, in replicas side by side. */
public class Reseal {

    private static final Logger log = LoggerFactory.getLogger(Reseal.class);

    private static final int AT_ONCE = 200;

    private final List<SealedRows> tables;
    private final TransactionTemplate transaction;

    public Reseal(List<SealedRows> tables, TransactionTemplate transaction) {
        this.tables = tables;
        this.transaction = transaction;
    }

    @Scheduled(initialDelayString = "PT1S", fixedDelayString = "PT1H")
    public void reseal() {
        for (var table : tables) {
            try {
                while (some(table) > 0) log.debug("Sealed some values anew");
            } catch (RuntimeException e) {
                // the next table's values can be sealed anew all the same
                log.error(
                        "{} has values that cannot be sealed anew",
                        table.getClass().getSimpleName(),
                        e);
            }
        }
    }

    private int some(SealedRows table) {
        return Objects.requireNonNull(transaction.execute(status -> table.reseal(AT_ONCE)));
    }
}
