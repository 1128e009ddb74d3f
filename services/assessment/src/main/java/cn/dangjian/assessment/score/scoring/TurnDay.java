package cn.dangjian.assessment.score.scoring;

import cn.dangjian.platform.directory.desk.Days;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Marks once a day whom that day concerns. */
@Service
class TurnDay {

    private final DueTable due;
    private final Placement placement;
    private final MarkDue markDue;
    private final Days days;
    private final TransactionTemplate transaction;

    TurnDay(DueTable due, Placement placement, MarkDue markDue, Days days, TransactionTemplate transaction) {
        this.due = due;
        this.placement = placement;
        this.markDue = markDue;
        this.days = days;
        this.transaction = transaction;
    }

    /** What lay ahead has come: a deadline has passed, a month is over, another version counts. */
    @Scheduled(fixedDelayString = "PT20S")
    void turnDay() {
        transaction.executeWithoutResult(status -> {
            var today = days.today();
            var last = due.lockDay();
            if (last.isPresent() && !last.get().isBefore(today)) return;
            var after = last.orElse(today.withDayOfYear(1).minusDays(1));
            var turned = Set.copyOf(due.listTurned(after, today));
            // who was away over the turn of a year has days of both to make up for
            for (int year = after.getYear(); year <= today.getYear(); year++) markDue.mark(turned, year);
            placement.listBegun(after, today).forEach(due::mark);
            due.saveDay(today);
        });
    }
}
