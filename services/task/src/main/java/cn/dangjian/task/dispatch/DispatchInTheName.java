package cn.dangjian.task.dispatch;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.task.dispatch.Addressing.Addressed;
import cn.dangjian.task.dispatch.DispatchTask.Order;
import cn.dangjian.task.due.Deadline;
import cn.dangjian.task.due.Deadlines;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Another room sends a task to one unit here, in the name of the unit whose person has decided it elsewhere. */
@Component
public class DispatchInTheName {

    private final DispatchTask dispatchTask;
    private final Addressing addressing;
    private final Deadlines deadlines;

    DispatchInTheName(DispatchTask dispatchTask, Addressing addressing, Deadlines deadlines) {
        this.dispatchTask = dispatchTask;
        this.deadlines = deadlines;
        this.addressing = addressing;
    }

    /** What is to be done to the end of a day; goal as in {@link Dispatch}. */
    public record Errand(String title, String text, String goal, LocalDate day, UnitId unit) {}

    /** What became of it. */
    public record Sent(DispatchId dispatch, String number, Addressed assignment) {}

    /** @param desk of whoever has decided it */
    @Transactional(propagation = Propagation.MANDATORY)
    public Sent send(Errand errand, Desk desk) {
        var target = new Target(null, null, null, List.of(errand.unit()));
        var order = new Order(
                errand.title(),
                errand.text(),
                errand.goal(),
                new Deadline(null, errand.day(), null),
                false,
                target,
                null);
        var dispatch = dispatchTask.order(order, deadlines.endOf(errand.day()), desk);
        return new Sent(
                dispatch.id(),
                dispatch.number(),
                addressing.addressed(dispatch.id()).getFirst());
    }
}
