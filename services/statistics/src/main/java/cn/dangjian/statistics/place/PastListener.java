package cn.dangjian.statistics.place;

import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Remembers where units have been; most have always been where they are, and have no rows. */
@Component
class PastListener {

    private final PastTable past;

    PastListener(PastTable past) {
        this.past = past;
    }

    /** Of {@code organization.unit-changed.v1} what is about the past. */
    record UnitChanged(
            long id, @Nullable List<Stay> places, @Nullable Heir heir) {}

    record Stay(LocalDate from, String path) {}

    record Heir(long unit, LocalDate from) {}

    @Hears(value = "organization.unit-changed.v1", order = Order.OWN)
    void on(List<Event<UnitChanged>> events) {
        var newest = new TreeMap<Long, Event<UnitChanged>>();
        for (var event : events) newest.merge(event.data().id(), event, (a, b) -> a.version() >= b.version() ? a : b);
        past.reserve(newest.values().stream()
                .map(Event::data)
                .filter(PastListener::saysSomething)
                .map(UnitChanged::id)
                .toList());
        var known = past.lockVersions(newest.keySet());
        var pasts = new ArrayList<Past>();
        newest.forEach((unit, event) -> {
            var version = known.get(unit);
            if (version != null && version < event.version()) pasts.add(past(event));
        });
        past.save(pasts);
    }

    private static boolean saysSomething(UnitChanged data) {
        return data.places() != null || data.heir() != null;
    }

    private static Past past(Event<UnitChanged> event) {
        var data = event.data();
        var places = data.places() == null ? List.<Stay>of() : data.places();
        var stays = new ArrayList<Past.Stay>(places.size());
        for (int i = 0; i < places.size(); i++) {
            var from = i == 0 ? Past.ALWAYS : places.get(i).from();
            var to = i + 1 == places.size() ? Past.FOREVER : places.get(i + 1).from();
            stays.add(new Past.Stay(from, to, places.get(i).path()));
        }
        var heir = data.heir();
        return new Past(
                data.id(),
                event.version(),
                stays,
                heir == null ? null : heir.unit(),
                heir == null ? null : heir.from());
    }
}
