package cn.dangjian.notification.delivery;

import cn.dangjian.notification.delivery.HandedTable.Handed;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears who has what units that ended had to do. */
@Component
class AssignmentListener {

    private static final Set<String> OVER = Set.of("MERGED", "CLOSED");

    private final HandOn handOn;

    AssignmentListener(HandOn handOn) {
        this.handOn = handOn;
    }

    /**
     * @param fromUnit the unit that was addressed, if another one has been given it
     * @param heir who does it with its own
     */
    record Changed(
            long assignment,
            long dispatch,
            long unit,
            String state,
            @Nullable Long fromUnit,
            @Nullable Long heir) {

        private boolean isPassed() {
            return fromUnit != null || OVER.contains(state);
        }
    }

    @Hears(value = "task.assignment-changed.v1", order = Order.OWN)
    void on(List<Event<Changed>> events) {
        handOn.handOn(events.stream()
                .filter(event -> event.data().isPassed())
                .map(AssignmentListener::handed)
                .toList());
    }

    private static Handed handed(Event<Changed> event) {
        var data = event.data();
        var from = data.fromUnit();
        long origin = from == null ? data.unit() : from;
        return new Handed(
                data.assignment(), data.dispatch(), origin, data.unit(), data.heir(), event.version(), origin);
    }
}
