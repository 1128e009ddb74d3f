package cn.dangjian.dues.bill.month;

import cn.dangjian.dues.bill.month.AgainTable.Due;
import cn.dangjian.platform.rules.book.Rulebook;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 调整: what becomes known after a month was billed makes an adjustment that names its cause; nothing that was booked is
 * changed. Whatever order things become known in, the sum of a month's rows is what would be billed now.
 */
@Service
class BillAgain {

    private static final int AT_ONCE = 500;

    private final AgainTable due;
    private final BillTable bills;
    private final RunTable runs;
    private final Rulebook rulebook;
    private final TransactionTemplate transaction;

    BillAgain(AgainTable due, BillTable bills, RunTable runs, Rulebook rulebook, TransactionTemplate transaction) {
        this.due = due;
        this.bills = bills;
        this.runs = runs;
        this.rulebook = rulebook;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "PT0.3S")
    void correctDue() {
        while (Boolean.TRUE.equals(transaction.execute(status -> correctSome()))) {
            // one transaction after the other, until none is due
        }
    }

    private boolean correctSome() {
        if (!due.isAny()) return false;
        runs.lock();
        var some = due.take(AT_ONCE);
        if (some.isEmpty()) return false;
        var members = some.stream().map(Due::memberId).toList();
        var first = some.stream().map(Due::month).min(LocalDate::compareTo).orElseThrow();
        var now = Instant.now();
        var provinces = due.listProvinces(members);
        for (var month : runs.listMonths(first)) {
            for (var province : provinces) bills.correct(members, province, Terms.of(month, province, rulebook), now);
        }
        due.done(members);
        return true;
    }
}
