package cn.dangjian.assessment.result.year;

import cn.dangjian.assessment.scheme.frame.Scheme;
import cn.dangjian.assessment.scheme.frame.SchemeTable;
import cn.dangjian.platform.directory.desk.Days;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Scores the units of a year that is closed once more, from the same facts, and freezes them: some in each transaction, so
 * that what a process has left the next one goes on with.
 */
@Service
class FreezeUnits {

    private static final int AT_ONCE = 500;

    private final CloseTable closes;
    private final SchemeTable schemes;
    private final FrozenScores scores;
    private final Days days;
    private final TransactionTemplate transaction;

    FreezeUnits(
            CloseTable closes, SchemeTable schemes, FrozenScores scores, Days days, TransactionTemplate transaction) {
        this.closes = closes;
        this.schemes = schemes;
        this.scores = scores;
        this.days = days;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "PT0.5S")
    void freeze() {
        while (Boolean.TRUE.equals(transaction.execute(status -> freezeSome()))) {
            // one transaction after the other, until none is closing
        }
    }

    private boolean freezeSome() {
        var taken = closes.take();
        if (taken.isEmpty()) return false;
        var close = taken.get();
        var scheme = schemes.get(close.schemeId());
        var versions = schemes.listPublished(close.year()).stream()
                .filter(scheme::isVersionOf)
                .map(Scheme::id)
                .toList();
        var units = closes.listNext(close, scheme, versions, AT_ONCE);
        if (units.isEmpty()) {
            closes.done(close, days.now());
            return true;
        }
        int parts = scores.freeze(units, close.year(), versions, days.now());
        closes.advance(close, units.getLast(), parts);
        return true;
    }
}
