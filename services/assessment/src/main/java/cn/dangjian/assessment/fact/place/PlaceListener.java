package cn.dangjian.assessment.fact.place;

import cn.dangjian.assessment.fact.book.FactObserver;
import cn.dangjian.assessment.fact.book.FactObserver.UnitYear;
import cn.dangjian.assessment.fact.place.StayTable.Place;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Remembers where units have been; most have always been where they are, and have no rows. */
@Component
class PlaceListener {

    private static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    private final StayTable stays;
    private final List<FactObserver> observers;
    private final Days days;

    PlaceListener(StayTable stays, List<FactObserver> observers, Days days) {
        this.stays = stays;
        this.observers = observers;
        this.days = days;
    }

    /** Of {@code organization.unit-changed.v1} what is about places. */
    record UnitChanged(long id, @Nullable List<ToldPlace> places) {}

    record ToldPlace(LocalDate from, String path) {}

    @Hears(value = "organization.unit-changed.v1", order = Order.LATEST)
    void on(List<Event<UnitChanged>> events) {
        int now = days.today().getYear();
        var told = new TreeMap<Long, List<ToldPlace>>();
        var since = new TreeMap<Long, Integer>();
        for (var event : events) {
            long unit = event.data().id();
            var places = Objects.requireNonNullElse(event.data().places(), List.<ToldPlace>of());
            told.put(unit, places);
            since.merge(unit, since(places, now), Math::min);
        }
        // of all others the directory says where they are
        var moved = stays.replace(
                told.entrySet().stream()
                        .flatMap(unit -> places(unit.getKey(), unit.getValue()))
                        .toList(),
                told.keySet());
        if (moved.isEmpty()) return;
        var changed = moved.stream()
                .flatMap(unit -> IntStream.rangeClosed(since.getOrDefault(unit, now), now)
                        .mapToObj(year -> new UnitYear(unit, year)))
                .toList();
        for (var observer : observers) observer.placesChanged(changed);
    }

    /** A move may be heard of in the year behind it: it has made parts of that one, too. */
    private static int since(List<ToldPlace> told, int now) {
        return told.isEmpty() ? now : Math.min(now, told.getLast().from().getYear());
    }

    private static Stream<Place> places(long unit, List<ToldPlace> told) {
        return IntStream.range(0, told.size()).mapToObj(at -> {
            var to = at + 1 == told.size() ? FOREVER : told.get(at + 1).from();
            return new Place(unit, told.get(at).from(), to, told.get(at).path());
        });
    }
}
