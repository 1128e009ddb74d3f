package cn.dangjian.platform.seals;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 密钥轮换: puts values under the current key after it was changed, while everything runs, in replicas side by side. What
 * does not open stays as it is, is said with its place, and keeps nothing else from being sealed anew.
 */
public class Reseal {

    private static final Logger log = LoggerFactory.getLogger(Reseal.class);

    private final List<SealedTable> tables;
    private final Seals seals;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private volatile int broken;

    public Reseal(List<? extends SealedRows> rows, Seals seals, JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.tables = rows.stream().map(SealedRows::sealed).toList();
        this.seals = seals;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Scheduled(initialDelayString = "PT1S", fixedDelayString = "PT1H")
    public void reseal() {
        int found = 0;
        for (var table : tables) {
            var walk = new SealedWalk(table, seals, jdbc);
            try {
                for (var key : walk.otherKeys()) walk(table, walk, key);
            } catch (DataAccessException e) {
                log.warn("The rest of {} is sealed anew in an hour: {}", table.name(), e.getMessage());
            }
            if (walk.broken() > 0) log.error("{} has {} rows that do not open", table.name(), walk.broken());
            found += walk.broken();
        }
        broken = found;
    }

    /** How many rows did not open when they were looked at last. */
    public int broken() {
        return broken;
    }

    private void walk(SealedTable table, SealedWalk walk, @Nullable String key) {
        List<Object> last = null;
        int rows;
        do {
            var after = last;
            var step = Objects.requireNonNull(transaction.execute(status -> walk.step(key, after)));
            last = step.last();
            rows = step.rows();
        } while (rows == table.atOnce());
    }
}
