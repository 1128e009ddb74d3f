package cn.dangjian.notification.delivery;

import cn.dangjian.notification.feed.Kind;
import cn.dangjian.notification.notice.Notice;
import cn.dangjian.notification.notice.TellVerdicts;
import cn.dangjian.notification.notice.TellVerdicts.Extension;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Hears which deadlines were counted again, and tells those who still have it to do. */
@Component
class DeadlineListener {

    private final DeliveryRepository deliveries;
    private final TellVerdicts tellVerdicts;

    DeadlineListener(DeliveryRepository deliveries, TellVerdicts tellVerdicts) {
        this.deliveries = deliveries;
        this.tellVerdicts = tellVerdicts;
    }

    record Moved(long dispatch, Instant deadline, String reason, int chunk, List<Assignment> assignments) {

        record Assignment(long id, long unit) {}
    }

    @Hears("task.deadline-moved.v1")
    void on(List<Event<Moved>> events) {
        for (var event : events) {
            // each chunk says the same of the dispatch
            if (event.data().chunk() == 1)
                deliveries.extend(List.of(new Extension(
                        event.data().dispatch(),
                        event.version(),
                        event.data().reason(),
                        event.data().deadline())));
        }
        tellVerdicts.tell(events.stream().flatMap(DeadlineListener::notices).toList());
    }

    private static Stream<Notice> notices(Event<Moved> event) {
        var moved = event.data();
        return moved.assignments().stream()
                .map(one -> new Notice(
                        one.id(),
                        "deadline:" + moved.dispatch(),
                        event.version(),
                        moved.dispatch(),
                        one.unit(),
                        Kind.DEADLINE_MOVED,
                        moved.reason(),
                        moved.deadline(),
                        null));
    }
}
