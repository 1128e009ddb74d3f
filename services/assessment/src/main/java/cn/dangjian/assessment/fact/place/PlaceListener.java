package cn.dangjian.assessment.fact.place;

import cn.dangjian.assessment.fact.book.FactObserver;
import cn.dangjian.assessment.fact.book.FactObserver.UnitYear;
import cn.dangjian.assessment.fact.place.StayTable.Place;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
    void on(Event<UnitChanged> event) {
        var told = event.data().places();
        // of all others the directory says where they are
        if (!stays.replace(event.data().id(), told == null ? List.of() : places(told))) return;
        int now = days.today().getYear();
        // a move may be heard of in the year behind it: it has made parts of that one, too
        int since = told == null ? now : Math.min(now, told.getLast().from().getYear());
        var changed = IntStream.rangeClosed(since, now)
                .mapToObj(year -> new UnitYear(event.data().id(), year))
                .toList();
        for (var observer : observers) observer.placesChanged(changed);
    }

    private static List<Place> places(List<ToldPlace> told) {
        var places = new ArrayList<Place>(told.size());
        for (int at = 0; at < told.size(); at++) {
            var to = at + 1 == told.size() ? FOREVER : told.get(at + 1).from();
            places.add(new Place(told.get(at).from(), to, told.get(at).path()));
        }
        return places;
    }
}
