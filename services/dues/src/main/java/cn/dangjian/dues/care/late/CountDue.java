package cn.dangjian.dues.care.late;

import cn.dangjian.dues.total.sum.ToldAgain;
import cn.dangjian.platform.directory.desk.Days;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts members of whom something was booked or billed, and each area once a day. Begun anew, or in replicas side by side,
 * it ends with the same. Reads what is committed: who books for a member waits for nobody who counts another one.
 */
@Service
class CountDue implements ToldAgain {

    private static final int AT_ONCE = 500;

    private final LateDueTable due;
    private final LateUnitTable units;
    private final CountLate countLate;
    private final Days days;
    private final TransactionTemplate transaction;

    CountDue(
            LateDueTable due,
            LateUnitTable units,
            CountLate countLate,
            Days days,
            PlatformTransactionManager transactions) {
        this.due = due;
        this.units = units;
        this.countLate = countLate;
        this.days = days;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    @Scheduled(fixedDelayString = "PT0.3S")
    void countMembers() {
        while (Boolean.TRUE.equals(transaction.execute(status -> countSome()))) {
            // one transaction after the other, until few are due: what is booked meanwhile is counted together
        }
    }

    @Scheduled(fixedDelayString = "PT1S")
    void countAreas() {
        while (Boolean.TRUE.equals(transaction.execute(status -> countArea()))) {
            // one area after the other, each in its own transaction
        }
    }

    @Override
    @Transactional
    public void tellAgain() {
        units.tellAgain();
        due.markAll();
    }

    private boolean countSome() {
        var members = due.take(AT_ONCE);
        if (members.isEmpty()) return false;
        countLate.count(members);
        due.done(members);
        return members.size() == AT_ONCE;
    }

    private boolean countArea() {
        var today = days.today();
        var run = due.take(today);
        if (run.isEmpty()) return false;
        countLate.count(run.get());
        due.done(run.get(), today);
        return true;
    }
}
