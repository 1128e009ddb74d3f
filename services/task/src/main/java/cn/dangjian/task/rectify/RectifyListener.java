package cn.dangjian.task.rectify;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import cn.dangjian.platform.events.Outbox;
import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.task.dispatch.DispatchId;
import cn.dangjian.task.dispatch.DispatchInTheName;
import cn.dangjian.task.dispatch.DispatchInTheName.Errand;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Hears lists that were published, and sends a task for each item in the name of the unit that has published it; heard
 * again, none. A list that cannot be sent, since its unit has ended meanwhile, is parked.
 */
@Component
class RectifyListener {

    private static final String TYPE = "task.rectification-dispatched.v1";
    private static final String DUTY = "office";

    private final DispatchInTheName dispatchInTheName;
    private final RectifyTable items;
    private final Outbox outbox;
    private final Directory directory;
    private final Days days;

    RectifyListener(
            DispatchInTheName dispatchInTheName, RectifyTable items, Outbox outbox, Directory directory, Days days) {
        this.dispatchInTheName = dispatchInTheName;
        this.items = items;
        this.outbox = outbox;
        this.directory = directory;
        this.days = days;
    }

    /** Of {@code assessment.rectification-listed.v1}. */
    record RectificationListed(long owner, long account, long unit, String title, List<Item> items) {}

    record Item(long item, String problem, String measure, LocalDate due) {}

    /** The data of {@code contracts/events/rectification-dispatched.v1}. */
    record RectificationDispatched(long item, DispatchId dispatch, String number, long assignment) {}

    @Hears(value = "assessment.rectification-listed.v1", order = Order.OWN)
    void on(Event<RectificationListed> event) {
        var list = event.data();
        var desk = desk(list);
        for (var item : list.items()) if (items.claim(item.item())) send(item, list, desk);
    }

    private void send(Item item, RectificationListed list, Desk desk) {
        var sent = dispatchInTheName.send(
                new Errand(
                        "整改：" + item.problem(),
                        "来自“" + list.title() + "”。整改措施：" + item.measure(),
                        item.measure(),
                        item.due(),
                        new UnitId(list.unit())),
                desk);
        items.dispatched(item.item(), sent.dispatch());
        outbox.append(
                TYPE,
                "rectification:" + item.item(),
                1,
                desk.subject(),
                new RectificationDispatched(
                        item.item(),
                        sent.dispatch(),
                        sent.number(),
                        sent.assignment().id()));
    }

    /** Of whoever has published the list, where he did. */
    private Desk desk(RectificationListed list) {
        var caller = new Caller(new AccountId(list.account()), list.owner(), 0, DUTY);
        var unit = directory.unitOf(caller);
        return new Desk(caller, unit, Scope.subtree(unit.path()), directory, days);
    }
}
