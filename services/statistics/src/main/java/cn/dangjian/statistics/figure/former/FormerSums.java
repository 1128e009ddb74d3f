package cn.dangjian.statistics.figure.former;

import cn.dangjian.statistics.figure.kept.FoldFigures;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Takes over sums that were kept by path: all of them before the service is ready, in pieces, so that a start that is cut short
 * is no loss; and what replicas of the version before add while they are replaced one after the other.
 */
@Service
class FormerSums {

    private final FormerSumQueries former;
    private final FoldFigures foldFigures;

    FormerSums(FormerSumQueries former, FoldFigures foldFigures) {
        this.former = former;
        this.foldFigures = foldFigures;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT10S")
    void takeOver() {
        boolean more = former.hasFresh();
        while (more) more = foldFigures.takeOver();
    }
}
