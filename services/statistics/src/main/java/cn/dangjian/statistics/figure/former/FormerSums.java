package cn.dangjian.statistics.figure.former;

import cn.dangjian.statistics.figure.kept.FoldFigures;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** While replicas are replaced one after the other, those of the version before go on folding: nothing of that is lost. */
@Service
class FormerSums {

    private final FormerSumQueries former;
    private final FoldFigures foldFigures;

    FormerSums(FormerSumQueries former, FoldFigures foldFigures) {
        this.former = former;
        this.foldFigures = foldFigures;
    }

    @Scheduled(fixedDelayString = "PT10S")
    void takeOver() {
        if (former.hasFresh()) foldFigures.takeOver();
    }
}
