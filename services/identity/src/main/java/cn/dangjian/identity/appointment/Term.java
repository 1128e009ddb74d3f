package cn.dangjian.identity.appointment;

import cn.dangjian.identity.seat.Seat;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 任期: what for, from which day to which, and out of which session.
 *
 * @param until the last day, included; null if none is known
 * @param seat the seat in the unit's team that it follows; null if it stands for itself
 */
record Term(
        String duty,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable String source,
        @Nullable Long seat) {

    /** The term of whoever sits there: it ends with the seat, if not before. */
    Term within(Seat other) {
        return new Term(duty, from, until == null ? other.lastDay() : until, source, seat);
    }

    /** Nobody has a post before the seat that gives it, or after. */
    boolean isWithin(Seat other) {
        var last = other.lastDay();
        if (from.isBefore(other.fromDay())) return false;
        return last == null || (!from.isAfter(last) && (until == null || !until.isAfter(last)));
    }

    /** A term that ends before it begins, or that is over already, gives nothing. */
    boolean isPossible(LocalDate today) {
        return until == null || (!until.isBefore(from) && !until.isBefore(today));
    }
}
