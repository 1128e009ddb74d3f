package cn.dangjian.assessment.score.scoring;

import cn.dangjian.assessment.score.scoring.DueTable.Due;
import cn.dangjian.platform.directory.desk.Days;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** 计分: scores what is due, in replicas side by side; what a process has left is due still. */
@Service
class ScoreDue {

    private static final int MARKS_AT_ONCE = 1000;
    /** Each has all indicators. */
    private static final int UNITS_AT_ONCE = 500;

    private final DueTable due;
    private final MakeScores making;
    private final MarkDue markDue;
    private final Days days;
    private final TransactionTemplate transaction;

    ScoreDue(DueTable due, MakeScores making, MarkDue markDue, Days days, TransactionTemplate transaction) {
        this.due = due;
        this.making = making;
        this.markDue = markDue;
        this.days = days;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "PT0.2S")
    void scoreFacts() {
        scoreAll(Lane.FACTS, MARKS_AT_ONCE);
    }

    @Scheduled(fixedDelayString = "PT0.5S")
    void scoreAbove() {
        scoreAll(Lane.ABOVE, MARKS_AT_ONCE);
    }

    @Scheduled(fixedDelayString = "PT0.2S")
    void scoreWhole() {
        scoreAll(Lane.WHOLE, UNITS_AT_ONCE);
    }

    private void scoreAll(Lane lane, int most) {
        while (Boolean.TRUE.equals(transaction.execute(status -> scoreSome(lane, most)))) {
            // one transaction after the other, until few are left: what comes meanwhile is scored together
        }
    }

    /** Whether there may be more. */
    private boolean scoreSome(Lane lane, int most) {
        var marks = due.take(lane, most);
        if (marks.isEmpty()) return false;
        var asked = marks.stream()
                .map(mark -> new Due(mark.unit(), mark.year(), mark.measure()))
                .distinct()
                .toList();
        making.make(asked, days.today());
        if (lane == Lane.FACTS) markDue.markAbove(asked);
        due.done(marks);
        return marks.size() == most;
    }
}
