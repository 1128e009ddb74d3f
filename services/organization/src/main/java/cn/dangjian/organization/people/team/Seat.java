package cn.dangjian.organization.people.team;

import static cn.dangjian.organization.people.term.TeamRefusal.WRONG_DAY;

import cn.dangjian.organization.people.term.Session;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.version.Versioned;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 任职: a person on a post of a unit's team.
 *
 * @param accountId with which the person signs in; null if none is known
 * @param from the first day
 * @param to the first day on which the person is not there any more; null if no end is known
 */
record Seat(
        long id,
        UnitId unitId,
        long sessionId,
        String post,
        long personId,
        String name,
        @Nullable Long accountId,
        LocalDate from,
        @Nullable LocalDate to,
        boolean fullTime,
        long version)
        implements Versioned {

    /** What somebody who is put on a post brings along. */
    record Held(
            String post,
            String name,
            @Nullable Long accountId,
            LocalDate from,
            @Nullable LocalDate to,
            boolean fullTime) {}

    /**
     * 任期之内: a seat is taken in the term in which a team serves, past its due day too as long as nobody else is elected.
     *
     * @throws cn.dangjian.platform.web.problem.ProblemException 422 with the days between which it may be
     */
    static void requireWithin(Session session, LocalDate from, @Nullable LocalDate to, LocalDate today) {
        var last = session.dueOn().isAfter(today) ? session.dueOn() : today;
        if (from.isBefore(session.startedOn()) || from.isAfter(last)) throw WRONG_DAY.with(session.startedOn(), last);
        boolean fits = to == null || (to.isAfter(from) && !to.isAfter(last));
        if (!fits) throw WRONG_DAY.with(from.plusDays(1), last);
    }

    /** A seat of a unit's term that is not written down yet. */
    static Seat in(Session session, long person, Held held) {
        return new Seat(
                0,
                session.unitId(),
                session.id(),
                held.post(),
                person,
                held.name(),
                held.accountId(),
                held.from(),
                held.to(),
                held.fullTime(),
                1);
    }

    boolean isHeldOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    /** Whether the person sits there on one of the days from one to the day before another; null: without end. */
    boolean overlaps(LocalDate start, @Nullable LocalDate end) {
        return (to == null || (to.isAfter(start) && to.isAfter(from))) && (end == null || from.isBefore(end));
    }

    /** The next day on which something about the seat has to be told, seen from a day; null if there is none. */
    @Nullable
    LocalDate nextChange(LocalDate day) {
        if (to != null && !to.isAfter(from)) return null;
        if (from.isAfter(day)) return from;
        return to != null && to.isAfter(day) ? to : null;
    }

    Seat ending(LocalDate on) {
        return new Seat(id, unitId, sessionId, post, personId, name, accountId, from, on, fullTime, version);
    }

    /** The same seat after its row was changed. */
    Seat next() {
        return new Seat(id, unitId, sessionId, post, personId, name, accountId, from, to, fullTime, version + 1);
    }
}
