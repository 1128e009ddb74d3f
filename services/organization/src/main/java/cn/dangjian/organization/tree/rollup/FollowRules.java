package cn.dangjian.organization.tree.rollup;

import cn.dangjian.organization.tree.period.Tree;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.rules.book.Rulebook;
import cn.dangjian.platform.rules.book.RulesChanged;
import java.time.LocalDate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts again where other rules hold: set for today, since midnight, or written in another version of this service. */
@Component
class FollowRules implements RulesChanged {

    /** What is advised by the numbers. */
    private static final String ADVICE = "advice.csv";

    private final Rulebook rulebook;
    private final StaleTable stale;
    private final Tree tree;
    private final Days days;
    private final TransactionTemplate transaction;
    private volatile LocalDate followed = LocalDate.MIN;

    FollowRules(Rulebook rulebook, StaleTable stale, Tree tree, Days days, TransactionTemplate transaction) {
        this.rulebook = rulebook;
        this.stale = stale;
        this.tree = tree;
        this.days = days;
        this.transaction = transaction;
    }

    @Override
    public void changed(Scope scope) {
        stale.addAll(scope);
    }

    @Scheduled(fixedDelayString = "PT5S")
    void follow() {
        var today = days.today();
        if (today.equals(followed)) return;
        transaction.executeWithoutResult(status -> follow(today));
        followed = today;
    }

    /** A clock that is set back changes nothing. */
    private void follow(LocalDate today) {
        tree.lock();
        var counted = stale.day();
        boolean sameRules = counted.rules() == rulebook.checksum(ADVICE);
        if (sameRules && !counted.day().isBefore(today)) return;
        var begun = sameRules ? rulebook.listBegun(counted.day(), today) : null;
        if (begun != null && begun.isPresent()) begun.get().forEach(path -> stale.addAll(Scope.subtree(path)));
        else stale.addAll();
        stale.saveDay(new StaleTable.Counted(today, rulebook.checksum(ADVICE)));
    }
}
