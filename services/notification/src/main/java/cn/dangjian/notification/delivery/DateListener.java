package cn.dangjian.notification.delivery;

import cn.dangjian.notification.notice.TellVerdicts;
import cn.dangjian.notification.notice.TellVerdicts.Extension;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hears that there is more time for a dispatch. */
@Component
class DateListener {

    private final ExpandDispatches expandDispatches;
    private final TellVerdicts tellVerdicts;

    DateListener(ExpandDispatches expandDispatches, TellVerdicts tellVerdicts) {
        this.expandDispatches = expandDispatches;
        this.tellVerdicts = tellVerdicts;
    }

    /** Of {@code task.dispatch-changed.v1} the new date, if there is one. */
    record DispatchChanged(long dispatch, Instant deadline, String what, String reason) {}

    @Hears(value = "task.dispatch-changed.v1", order = Order.OWN)
    void onChanged(List<Event<DispatchChanged>> events) {
        var extensions = events.stream()
                .filter(event -> event.data().what().equals("EXTENDED"))
                .map(event -> new Extension(
                        event.data().dispatch(),
                        event.version(),
                        event.data().reason(),
                        event.data().deadline()))
                .toList();
        expandDispatches.extend(extensions);
        tellVerdicts.tellExtended(extensions);
    }
}
