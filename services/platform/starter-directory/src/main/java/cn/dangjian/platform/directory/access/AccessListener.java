package cn.dangjian.platform.directory.access;

import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;

/** Hears whose access has changed and which sessions have ended; the greatest version counts, however events are repeated and shuffled. */
class AccessListener {

    private final AccessTable accesses;
    private final Clock clock;

    AccessListener(AccessTable accesses, Clock clock) {
        this.accesses = accesses;
        this.clock = clock;
    }

    record AccessChanged(long account, long version) {}

    @Hears(value = "identity.access-changed.v1", order = Order.OWN)
    void on(List<Event<AccessChanged>> events) {
        var newest = new TreeMap<Long, Long>();
        for (var event : events)
            newest.merge(event.data().account(), event.data().version(), Math::max);
        accesses.save(newest, clock.instant());
    }

    record SessionEnded(String session) {}

    @Hears(value = "identity.session-ended.v1", order = Order.OWN)
    void ended(List<Event<SessionEnded>> events) {
        accesses.end(
                events.stream()
                        .map(event -> event.data().session())
                        .distinct()
                        .sorted()
                        .toList(),
                clock.instant());
    }
}
