package cn.dangjian.identity.seat;

import cn.dangjian.identity.seat.SeatObserver.Change;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import cn.dangjian.platform.web.caller.AccountId;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the seats: whole states, of which the greatest version counts. */
@Component
class SeatListener {

    private final SeatRepository seats;
    private final SeatObserver observer;
    private final SettleSeats settleSeats;

    SeatListener(SeatRepository seats, SeatObserver observer, SettleSeats settleSeats) {
        this.seats = seats;
        this.observer = observer;
        this.settleSeats = settleSeats;
    }

    record SeatChanged(
            long seat,
            long unit,
            String post,
            @Nullable Long account,
            LocalDate from,
            @Nullable LocalDate to) {

        Seat seat(long version) {
            return new Seat(seat, unit, post, account == null ? null : new AccountId(account), from, to, version);
        }
    }

    @Hears(value = "organization.seats-changed.v1", order = Order.OWN)
    void on(List<Event<SeatChanged>> events) {
        var newest = new TreeMap<Long, Seat>();
        for (var event : events) {
            var seat = event.data().seat(event.version());
            newest.merge(seat.id(), seat, (a, b) -> a.version() >= b.version() ? a : b);
        }
        var before = seats.lock(newest.keySet()).stream().collect(Collectors.toMap(Seat::id, Function.identity()));
        var changes = newest.values().stream()
                .map(seat -> new Change(before.get(seat.id()), seat))
                .filter(SeatListener::isNewer)
                .toList();
        if (changes.isEmpty()) return;
        seats.save(changes.stream().map(Change::after).toList());
        observer.seatsChanged(changes);
        settleSeats.settle(changes.stream().map(change -> change.after().id()).toList());
    }

    private static boolean isNewer(Change change) {
        var before = change.before();
        return before == null || change.after().version() > before.version();
    }
}
