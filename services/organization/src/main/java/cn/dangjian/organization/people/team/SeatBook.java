package cn.dangjian.organization.people.team;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes seats down and announces them, in the surrounding transaction. */
@Component
class SeatBook {

    private final SeatRepository seats;
    private final SeatAnnouncements announcements;
    private final Days days;

    SeatBook(SeatRepository seats, SeatAnnouncements announcements, Days days) {
        this.seats = seats;
        this.announcements = announcements;
        this.days = days;
    }

    LocalDate today() {
        return days.today();
    }

    Seat take(Seat seat, Scope scope, String subject) {
        long id = seats.insert(seat, seat.nextChange(today()));
        var taken = seats.find(id, scope).orElseThrow();
        announcements.announce(List.of(taken), today(), subject);
        return taken;
    }

    Seat end(Seat seat, LocalDate on, @Nullable String reason, String subject) {
        var ending = seat.ending(on);
        seats.end(seat, on, reason, ending.nextChange(today()));
        announcements.announce(List.of(ending.next()), today(), subject);
        return ending.next();
    }

    /** Ends whatever is held past a day, with the term that ends on it. */
    List<Seat> endAll(Unit unit, LocalDate on, String subject) {
        var ended = new ArrayList<Seat>();
        for (var seat : seats.list(List.of(unit.id().value()), Scope.own(unit.path()))) {
            var to = seat.to();
            if (to != null && !to.isAfter(on)) continue;
            ended.add(end(seat, seat.from().isAfter(on) ? seat.from() : on, null, subject));
        }
        return ended;
    }

    /** Someone of the unit, known by the account if there is one, else new. */
    long person(UnitId unit, String name, @Nullable Long account) {
        return seats.person(unit, name, account);
    }
}
