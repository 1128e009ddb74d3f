package cn.dangjian.assessment.appraise.rectify;

import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import org.springframework.stereotype.Component;

/** Hears which task an item has become; what becomes of the task is heard with all others. */
@Component
class RectifyListener {

    private final RectificationTable items;

    RectifyListener(RectificationTable items) {
        this.items = items;
    }

    /** Of {@code task.rectification-dispatched.v1}. */
    record RectificationDispatched(long item, long dispatch, String number, long assignment) {}

    @Hears(value = "task.rectification-dispatched.v1", order = Order.OWN)
    void on(Event<RectificationDispatched> event) {
        var data = event.data();
        items.dispatch(data.item(), data.dispatch(), data.number(), data.assignment());
    }
}
