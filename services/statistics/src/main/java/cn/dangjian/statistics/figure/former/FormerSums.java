package cn.dangjian.statistics.figure.former;

import cn.dangjian.statistics.figure.kept.FoldFigures;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Takes over sums that were kept by path: all of them before the service listens to anybody, in pieces, so that a start that is
 * cut short is no loss; and what replicas of the version before add while they are replaced one after the other.
 */
@Service
class FormerSums implements SmartLifecycle {

    private final FormerSumQueries former;
    private final FoldFigures foldFigures;

    private volatile boolean running;

    FormerSums(FormerSumQueries former, FoldFigures foldFigures) {
        this.former = former;
        this.foldFigures = foldFigures;
    }

    /** Before doors open and events are heard: until all is taken over, figures would be too small. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        takeOver();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT10S")
    void takeOver() {
        boolean more = former.hasFresh();
        while (more) more = foldFigures.takeOver();
    }
}
