package cn.dangjian.identity.appointment;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import cn.dangjian.identity.account.Accounts;
import cn.dangjian.identity.audit.Actor;
import cn.dangjian.identity.audit.Deed;
import cn.dangjian.identity.audit.Trail;
import cn.dangjian.identity.post.Post;
import cn.dangjian.identity.post.Posts;
import cn.dangjian.identity.seat.Seat;
import cn.dangjian.identity.seat.SeatObserver;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 随班子任职变动: a post that was given for a seat ends with it, at once or on the day that is now known. It only ever takes
 * access away or moves its last day: who gets a post, people decide.
 */
@Service
class FollowSeats implements SeatObserver {

    private static final String REASON = "seat";

    private final AppointmentRepository appointments;
    private final Accounts accounts;
    private final Posts posts;
    private final Trail trail;
    private final Clock clock;

    FollowSeats(AppointmentRepository appointments, Accounts accounts, Posts posts, Trail trail, Clock clock) {
        this.appointments = appointments;
        this.accounts = accounts;
        this.posts = posts;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void seatsChanged(List<Change> changes) {
        // nobody was appointed to a seat that had not been heard of: the first reading of the topic costs nothing here
        var bySeat = changes.stream()
                .filter(change -> change.before() != null)
                .collect(toMap(change -> change.after().id(), identity()));
        if (bySeat.isEmpty()) return;
        for (var appointment : appointments.listOfSeats(bySeat.keySet())) {
            var change = bySeat.get(appointment.seat());
            if (change != null) follow(appointment, change);
        }
    }

    private void follow(Appointment appointment, Change change) {
        var seat = change.after();
        if (seat.isOver(today()) || !seat.fits(appointment.account(), appointment.unit())) {
            end(appointment, seat);
            return;
        }
        var lastDay = lastDay(appointment, change);
        if (!Objects.equals(lastDay, appointment.untilDay())) limit(appointment, lastDay);
    }

    /** That of the seat, unless somebody has said that the post ends before it. */
    private static @Nullable LocalDate lastDay(Appointment appointment, Change change) {
        var until = appointment.untilDay();
        var last = change.after().lastDay();
        var before = change.before();
        if (until == null || (before != null && until.equals(before.lastDay()))) return last;
        return last == null || until.isBefore(last) ? until : last;
    }

    private void end(Appointment appointment, Seat seat) {
        var last = seat.lastDay();
        boolean wasOver = last != null && last.isBefore(today()) && !last.isBefore(seat.fromDay());
        var over = (wasOver ? appointment.until(last) : appointment).end(today());
        var ended = appointments.update(over, clock.instant(), REASON);
        if (appointment.active()) posts.announce(List.of(ended.post()), null);
        else posts.tellRooms(List.of(ended.id()));
        accounts.endAccess(List.of(ended.id()), Actor.PLATFORM);
    }

    private void limit(Appointment appointment, @Nullable LocalDate lastDay) {
        var limited = appointments.update(appointment.until(lastDay), clock.instant(), null);
        // tokens that were given out could outlive the new last day
        accounts.refreshAccess(List.of(appointment.account()));
        trail.record(Deed.change(Actor.PLATFORM, "post.limited", "post", limited.id(), "appointment"));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Post.CHINA);
    }
}
