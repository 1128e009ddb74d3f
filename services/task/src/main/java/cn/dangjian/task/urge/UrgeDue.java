package cn.dangjian.task.urge;

import cn.dangjian.task.due.Hours;
import cn.dangjian.task.urge.Ladder.Reached;
import cn.dangjian.task.urge.LadderTable.Falling;
import cn.dangjian.task.urge.LadderTable.Run;
import java.time.Instant;
import java.util.HashSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 督办: goes through what falls due, each step of each deadline in one transaction. Whether something is overdue is said by
 * the time and by nobody's visit; in replicas side by side, killed, or with a clock that jumps, each step is told once.
 */
@Service
class UrgeDue {

    private static final Logger log = LoggerFactory.getLogger(UrgeDue.class);

    private final LadderTable table;
    private final Ladders ladders;
    private final Hours hours;
    private final TellUrges tellUrges;
    private final TransactionTemplate transaction;

    UrgeDue(LadderTable table, Ladders ladders, Hours hours, TellUrges tellUrges, TransactionTemplate transaction) {
        this.table = table;
        this.ladders = ladders;
        this.hours = hours;
        this.tellUrges = tellUrges;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "PT30S")
    void urge() {
        urge(ladders.now());
    }

    void urge(Instant now) {
        if (!hours.isOpen(now)) return;
        while (Boolean.TRUE.equals(transaction.execute(status -> tellUrges.tellWord(now)))) {
            // one word after the other
        }
        var from = ladders.earliest(now);
        var to = ladders.latest(now);
        var falling = table.listFalling(from, to);
        if (falling.isEmpty()) return;
        var done = new HashSet<>(table.listRuns(from, to));
        var issuers = ladders.of(falling, now);
        for (var one : falling) {
            var ladder = issuers.get(one.issuer());
            if (ladder == null) continue;
            ladders.reached(ladder, one, now)
                    .filter(reached -> !done.contains(new Run(one.dispatch(), one.due(), reached.latest())))
                    .ifPresent(reached -> tell(one, reached, now));
        }
    }

    /** What goes wrong with one does not hold up the others, and is tried again the next time. */
    private void tell(Falling falling, Reached reached, Instant now) {
        try {
            transaction.executeWithoutResult(status -> tellUrges.tell(falling, reached, now));
        } catch (DataAccessException | TransactionException e) {
            log.warn("Dispatch {} could not be urged: {}", falling.dispatch(), e.toString());
        }
    }
}
