package cn.dangjian.organization.people.team;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes seats down and announces them, in the surrounding transaction. */
@Component
class SeatBook {

    private final SeatRepository seats;
    private final SeatAnnouncements announcements;

    SeatBook(SeatRepository seats, SeatAnnouncements announcements) {
        this.seats = seats;
        this.announcements = announcements;
    }

    Seat take(Seat seat, Desk desk) {
        long id = seats.insert(seat, seat.nextChange(desk.today()));
        var taken = seats.find(id, desk.scope()).orElseThrow();
        announcements.announce(List.of(taken), desk.today(), desk.subject());
        return taken;
    }

    Seat end(Seat seat, LocalDate on, @Nullable String reason, Desk desk) {
        var ending = seat.ending(on);
        seats.end(ending, reason, ending.nextChange(desk.today()));
        announcements.announce(List.of(ending.next()), desk.today(), desk.subject());
        return ending.next();
    }

    /** Ends whatever is held past a day, with the term that ends on it. */
    void endAll(Unit unit, LocalDate on, Desk desk) {
        for (var seat : seats.list(List.of(unit.id().value()), Scope.own(unit.path()))) {
            var to = seat.to();
            if (to != null && !to.isAfter(on)) continue;
            end(seat, seat.from().isAfter(on) ? seat.from() : on, null, desk);
        }
    }

    /** Someone of the unit, known by the account if there is one, else new. */
    long person(UnitId unit, String name, @Nullable Long account) {
        return seats.person(unit, name, account);
    }
}
