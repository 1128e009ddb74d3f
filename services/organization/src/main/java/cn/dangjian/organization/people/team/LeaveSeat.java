package cn.dangjian.organization.people.team;

import cn.dangjian.organization.people.term.Appointer;
import cn.dangjian.organization.people.term.Refusal;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.version.ETags;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 免职: a superior writes down from which day on someone does not sit there any more. */
@Service
class LeaveSeat {

    private final SeatRepository seats;
    private final Appointer appointer;
    private final SeatBook book;

    LeaveSeat(SeatRepository seats, Appointer appointer, SeatBook book) {
        this.seats = seats;
        this.appointer = appointer;
        this.book = book;
    }

    /** @param on the first day without; also one to come, which takes effect by itself */
    record Plan(
            long seat,
            LocalDate on,
            String reason,
            @Nullable String ifMatch) {}

    @Transactional
    Outcome leave(Plan plan, Caller caller) {
        seats.lock(plan.seat());
        var scope = appointer.scope(caller);
        var found = seats.find(plan.seat(), scope);
        var unit = found.flatMap(seat -> appointer.find(seat.unitId(), caller));
        if (found.isEmpty() || unit.isEmpty()) return new Outcome.Refused(new Refusal.Unknown());
        var refusal = appointer.refuse(unit.get(), caller);
        if (refusal != null) return new Outcome.Refused(refusal);

        var seat = found.get();
        ETags.requireMatch(plan.ifMatch(), seat.version());
        var today = book.today();
        var to = seat.to();
        if (to != null && !to.isAfter(today)) return new Outcome.Refused(new Refusal.Ended(to));
        if (plan.on().isBefore(seat.from())) {
            return new Outcome.Refused(new Refusal.WrongDay(seat.from(), today.plusYears(1)));
        }
        return new Outcome.Left(book.end(seat, plan.on(), plan.reason(), caller.subject()));
    }

    sealed interface Outcome {
        record Left(Seat seat) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }
}
