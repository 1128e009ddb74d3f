package cn.dangjian.dues.bill.month;

import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.rules.book.Rulebook;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Bills what was asked for. Each area is one transaction; what a process has left is taken up by the next one, and a month
 * that is billed already stays as it is.
 */
@Service
class BillMonth {

    private final RunTable runs;
    private final BillTable bills;
    private final Rulebook rulebook;
    private final Days days;
    private final TransactionTemplate transaction;

    BillMonth(RunTable runs, BillTable bills, Rulebook rulebook, Days days, TransactionTemplate transaction) {
        this.runs = runs;
        this.bills = bills;
        this.rulebook = rulebook;
        this.days = days;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "PT0.3S")
    void billWaiting() {
        while (Boolean.TRUE.equals(transaction.execute(status -> billOne()))) {
            // one area after the other, each in its own transaction
        }
    }

    private boolean billOne() {
        var waiting = runs.take();
        if (waiting.isEmpty()) return false;
        var run = waiting.get();
        var area = run.area();
        var terms = Terms.of(run.month(), area.province(), rulebook);
        bills.billArea(area, terms, days.now());
        runs.done(run, bills.sum(area, run.month()), days.now());
        return true;
    }
}
