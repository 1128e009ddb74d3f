package cn.dangjian.organization.tree.period;

import cn.dangjian.organization.tree.announcement.ToldAgain;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** 重新公布: tells the whole tree again, some units in each transaction; a process that dies leaves the rest to the next. */
@Component
class TellUnits implements ToldAgain {

    private static final int AT_ONCE = 500;

    private final Tree tree;
    private final TreeTable table;
    private final TransactionTemplate transaction;

    TellUnits(Tree tree, TreeTable table, TransactionTemplate transaction) {
        this.tree = tree;
        this.table = table;
        this.transaction = transaction;
    }

    @Override
    public void tellAgain() {
        table.beginRetelling();
    }

    @Scheduled(fixedDelayString = "PT1S")
    void tell() {
        while (table.findRetelling().isPresent() && Boolean.TRUE.equals(transaction.execute(status -> tellSome()))) {
            // one transaction after the other, until all are told: whoever changes the tree comes in between
        }
    }

    private boolean tellSome() {
        tree.lock();
        var upto = table.findRetelling();
        if (upto.isEmpty()) return false;
        var units = table.listNext(upto.get(), AT_ONCE);
        if (units.isEmpty()) {
            table.endRetelling();
            return false;
        }
        tree.tellAgain(units);
        table.advanceRetelling(units.getLast());
        return true;
    }
}
