package cn.dangjian.platform.directory;

import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps the directory: whole states, so that repeated, reordered and missing intermediate events do no harm. */
class UnitListener {

    private final UnitTable units;
    private final List<UnitObserver> observers;

    UnitListener(UnitTable units, List<UnitObserver> observers) {
        this.units = units;
        this.observers = observers;
    }

    record UnitChanged(
            long id,
            @Nullable Long parentId,
            String code,
            String name,
            Tier tier,
            String kind,
            String domain,
            String path,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String linePath) {}

    @Hears(value = "organization.unit-changed.v1", order = Order.OWN)
    void on(List<Event<UnitChanged>> events) {
        var newest = new TreeMap<Long, Unit>();
        for (var event : events) {
            newest.merge(event.data().id(), unit(event), (a, b) -> a.version() >= b.version() ? a : b);
        }
        if (observers.isEmpty()) units.save(newest.values());
        else saveAndTell(newest);
    }

    private void saveAndTell(Map<Long, Unit> newest) {
        var before = new HashMap<Long, Unit>();
        units.lock(newest.keySet()).forEach(unit -> before.put(unit.id().value(), unit));
        units.save(newest.values());
        var changes = newest.values().stream()
                .filter(unit -> isNewer(unit, before.get(unit.id().value())))
                .map(unit -> new UnitObserver.Change(before.get(unit.id().value()), unit))
                .toList();
        if (!changes.isEmpty()) observers.forEach(observer -> observer.unitsChanged(changes));
    }

    private static boolean isNewer(Unit unit, @Nullable Unit before) {
        return before == null || unit.version() > before.version();
    }

    private static Unit unit(Event<UnitChanged> event) {
        var data = event.data();
        return new Unit(
                new UnitId(data.id()),
                data.parentId(),
                data.code(),
                data.name(),
                data.tier(),
                data.kind(),
                data.domain(),
                data.path(),
                event.version(),
                data.validFrom(),
                data.validTo(),
                data.linePath());
    }
}
