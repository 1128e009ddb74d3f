package cn.dangjian.assessment.score.median;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import cn.dangjian.assessment.score.median.MedianTable.Mark;
import java.util.TreeMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes medians anew whose scores have changed, scheme by scheme, behind the scores themselves. */
@Service
class KeepMedians {

    private static final int AT_ONCE = 5000;

    private final MedianTable medians;
    private final TransactionTemplate transaction;

    KeepMedians(MedianTable medians, TransactionTemplate transaction) {
        this.medians = medians;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "PT3S")
    void makeDue() {
        while (Boolean.TRUE.equals(transaction.execute(status -> makeSome()))) {
            // some marks after the other
        }
    }

    private boolean makeSome() {
        var marks = medians.take(AT_ONCE);
        if (marks.isEmpty()) return false;
        marks.stream()
                .collect(groupingBy(Mark::scheme, TreeMap::new, mapping(Mark::measure, toSet())))
                .forEach((scheme, measures) -> {
                    medians.turn(scheme);
                    medians.make(scheme, measures);
                });
        medians.done(marks);
        return marks.size() == AT_ONCE;
    }
}
