package cn.dangjian.dues.total.sum;

import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.total.sum.SumTable.Mark;
import cn.dangjian.dues.total.sum.SumTable.UnitMonth;
import cn.dangjian.platform.events.Outbox;
import java.time.YearMonth;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * 公布: makes the sums that are due anew, adds them to those above, and announces each whole. One replica at a time: they would
 * wait for each other at the sums of the province anyway. Reads what is committed, and locks nothing of what it reads.
 */
@Service
class AnnounceSums implements ToldAgain {

    private static final String TYPE = "dues.unit-month-changed.v1";
    private static final int AT_ONCE = 1000;

    private final SumTable sums;
    private final TierTable tiers;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    AnnounceSums(
            SumTable sums, TierTable tiers, Outbox outbox, PlatformTransactionManager transactions, JsonMapper json) {
        this.sums = sums;
        this.tiers = tiers;
        this.outbox = outbox;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        this.json = json;
    }

    /** The data of {@code contracts/events/unit-month-changed.v1}. */
    record UnitMonthChanged(
            long unit, YearMonth month, int payers, Yuan billed, Yuan collected, Yuan passedOn, Yuan received) {

        static UnitMonthChanged of(UnitMonth sum) {
            return new UnitMonthChanged(
                    sum.unit(),
                    YearMonth.from(sum.month()),
                    sum.payers(),
                    new Yuan(sum.billed()),
                    new Yuan(sum.collected()),
                    new Yuan(sum.passedOn()),
                    new Yuan(sum.received()));
        }
    }

    @Scheduled(fixedDelayString = "PT0.3S")
    void announceDue() {
        while (Boolean.TRUE.equals(transaction.execute(status -> announceSome()))) {
            // one transaction after the other, until few are due: what is booked meanwhile is added up together
        }
    }

    /** All is told again: what others have lost, or a new one hears. */
    @Override
    @Transactional
    public void tellAgain() {
        sums.markAll();
    }

    private boolean announceSome() {
        if (!sums.takeTurn()) return false;
        var due = sums.listMarks(AT_ONCE);
        if (due.isEmpty()) return false;
        String keys =
                json.writeValueAsString(due.stream().map(Mark::key).distinct().toList());
        var before = sums.list(keys);
        sums.make(keys);
        var after = sums.list(keys);
        tiers.add(before, after);
        outbox.appendAll(after.stream()
                .map(sum -> new Outbox.Entry(
                        TYPE,
                        "unit-month:" + sum.unit() + ":" + YearMonth.from(sum.month()),
                        sum.version(),
                        null,
                        UnitMonthChanged.of(sum)))
                .toList());
        sums.done(due);
        return due.size() == AT_ONCE;
    }
}
