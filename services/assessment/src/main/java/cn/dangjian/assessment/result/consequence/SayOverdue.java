package cn.dangjian.assessment.result.consequence;

import cn.dangjian.assessment.result.consequence.Consequence.State;
import cn.dangjian.assessment.result.consequence.OverdueTable.Overdue;
import cn.dangjian.assessment.result.ladder.Measure;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.events.Outbox;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 逾期提示: a step that is past its day is said to whoever must act, once for each day that was set. The step itself waits
 * for people (U-13).
 */
@Service
class SayOverdue {

    private static final String TYPE = "assessment.step-overdue.v1";
    private static final int AT_ONCE = 500;

    private final OverdueTable table;
    private final Outbox outbox;
    private final Days days;
    private final TransactionTemplate transaction;

    SayOverdue(OverdueTable table, Outbox outbox, Days days, TransactionTemplate transaction) {
        this.table = table;
        this.outbox = outbox;
        this.days = days;
        this.transaction = transaction;
    }

    /**
     * The data of {@code contracts/events/step-overdue.v1}.
     *
     * @param kind where its door is: {@code /v1/consequences/7}
     * @param mustAct who acts next
     * @param measure null until people have decided
     */
    record StepOverdue(
            String kind,
            long id,
            long unit,
            long owner,
            List<Long> mustAct,
            State state,
            @Nullable Measure measure,
            LocalDate due) {

        static StepOverdue of(Overdue one) {
            // what was asked for in a talk is the unit's to do, and the owner's to look at
            var mustAct = one.state() == State.TALKED ? List.of(one.unit(), one.owner()) : List.of(one.owner());
            return new StepOverdue(
                    "consequences", one.id(), one.unit(), one.owner(), mustAct, one.state(), one.measure(), one.due());
        }
    }

    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT1M")
    void say() {
        while (Boolean.TRUE.equals(transaction.execute(status -> saySome()))) {
            // one transaction after the other, until nothing is left to be said
        }
    }

    private boolean saySome() {
        var overdue = table.take(days.today(), AT_ONCE);
        if (overdue.isEmpty()) return false;
        outbox.appendAll(overdue.stream()
                .map(one -> new Outbox.Entry(TYPE, "consequence:" + one.id(), one.version(), null, StepOverdue.of(one)))
                .toList());
        table.said(overdue);
        return true;
    }
}
