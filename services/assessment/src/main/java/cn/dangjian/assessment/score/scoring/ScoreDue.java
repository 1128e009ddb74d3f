package cn.dangjian.assessment.score.scoring;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import cn.dangjian.assessment.score.scoring.DueTable.Due;
import cn.dangjian.platform.directory.desk.Days;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** 计分: scores units that are due, in replicas side by side; what a process has left is due still. */
@Service
class ScoreDue {

    private static final int AT_ONCE = 500;

    private final DueTable due;
    private final Scoring scoring;
    private final Days days;
    private final TransactionTemplate transaction;

    ScoreDue(DueTable due, Scoring scoring, Days days, TransactionTemplate transaction) {
        this.due = due;
        this.scoring = scoring;
        this.days = days;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "PT0.2S")
    void scoreDue() {
        while (Boolean.TRUE.equals(transaction.execute(status -> scoreSome()))) {
            // one transaction after the other, until none is due
        }
    }

    private boolean scoreSome() {
        var some = due.take(AT_ONCE);
        if (some.isEmpty()) return false;
        some.stream()
                .collect(groupingBy(Due::year, mapping(Due::unit, toList())))
                .forEach((year, units) -> scoring.score(units, year, days.today()));
        due.done(some);
        return true;
    }
}
