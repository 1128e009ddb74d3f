package cn.dangjian.assessment.score.median;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes medians anew whose scores have changed, scheme by scheme, behind the scores themselves. */
@Service
class KeepMedians {

    private final MedianTable medians;
    private final TransactionTemplate transaction;

    KeepMedians(MedianTable medians, TransactionTemplate transaction) {
        this.medians = medians;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "PT3S")
    void makeDue() {
        while (Boolean.TRUE.equals(transaction.execute(status -> makeOne()))) {
            // one scheme after the other
        }
    }

    private boolean makeOne() {
        var scheme = medians.take();
        scheme.ifPresent(medians::make);
        return scheme.isPresent();
    }
}
