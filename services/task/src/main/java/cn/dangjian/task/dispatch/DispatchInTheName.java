package cn.dangjian.task.dispatch;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.task.dispatch.Addressing.Addressed;
import cn.dangjian.task.dispatch.DispatchTask.Order;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Another room sends a task to one unit here, in the name of the unit whose person has decided it elsewhere. */
@Component
public class DispatchInTheName {

    private final DispatchTask dispatchTask;
    private final Addressing addressing;

    DispatchInTheName(DispatchTask dispatchTask, Addressing addressing) {
        this.dispatchTask = dispatchTask;
        this.addressing = addressing;
    }

    /** What is to be done; goal as in {@link Dispatch}. */
    public record Errand(String title, String text, String goal, OffsetDateTime deadline, UnitId unit) {}

    /** What became of it. */
    public record Sent(DispatchId dispatch, String number, Addressed assignment) {}

    /** @param desk of whoever has decided it */
    @Transactional(propagation = Propagation.MANDATORY)
    public Sent send(Errand errand, Desk desk) {
        var target = new Target(null, null, null, List.of(errand.unit()));
        var order = new Order(errand.title(), errand.text(), errand.goal(), errand.deadline(), false, target);
        var dispatch = dispatchTask.dispatch(order, desk);
        return new Sent(
                dispatch.id(),
                dispatch.number(),
                addressing.addressed(dispatch.id()).getFirst());
    }
}
