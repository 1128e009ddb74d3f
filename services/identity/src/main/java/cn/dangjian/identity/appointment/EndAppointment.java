package cn.dangjian.identity.appointment;

import cn.dangjian.identity.account.Accounts;
import cn.dangjian.identity.account.Superior;
import cn.dangjian.identity.audit.Deed;
import cn.dangjian.identity.audit.Trail;
import cn.dangjian.identity.post.Post;
import cn.dangjian.identity.post.Posts;
import cn.dangjian.platform.web.version.ETags;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 免职、离任: ends a post today, with the access it gave, or says on which day it will end. */
@Service
class EndAppointment {

    private final AppointmentRepository appointments;
    private final Accounts accounts;
    private final Posts posts;
    private final Trail trail;
    private final Clock clock;

    EndAppointment(AppointmentRepository appointments, Accounts accounts, Posts posts, Trail trail, Clock clock) {
        this.appointments = appointments;
        this.accounts = accounts;
        this.posts = posts;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param lastDay the last day of the post; null ends it at once */
    @Transactional
    Outcome end(long id, @Nullable LocalDate lastDay, @Nullable String reason, Superior by, @Nullable String ifMatch) {
        var found = appointments.find(id, by.scope());
        if (found.isEmpty()) return new Outcome.NoSuchPost();

        var appointment = found.get();
        ETags.requireMatch(ifMatch, appointment.version());
        if (appointment.unit() == by.ownUnitOrNone()) return new Outcome.NotBelow();
        if (appointment.isOffice()) return new Outcome.Office();
        if (!appointment.live()) return new Outcome.EndedBefore();
        var from = appointment.fromDay();
        if (lastDay != null && (lastDay.isBefore(today()) || (from != null && lastDay.isBefore(from)))) {
            return new Outcome.WrongDays();
        }
        if (appointment.isBeyondItsSeat(lastDay)) return new Outcome.WrongDays();
        return new Outcome.Ended(close(appointment, lastDay, reason, by));
    }

    /** What was checked before: closes the post at once, or after a last day that is still to come. */
    @Transactional(propagation = Propagation.MANDATORY)
    Appointment close(Appointment appointment, @Nullable LocalDate lastDay, @Nullable String reason, Superior by) {
        var now = clock.instant();
        if (lastDay != null) {
            var planned = appointments.update(appointment.until(lastDay), now, reason);
            // tokens that were given out would outlive the new last day
            accounts.refreshAccess(List.of(appointment.account()));
            trail.record(Deed.change(by.actor(), "post.limited", "post", planned.id(), "appointment"));
            return planned;
        }

        var ended = appointments.update(appointment.end(today()), now, reason);
        if (appointment.active()) posts.announce(List.of(ended.post()), by.subject());
        else posts.tellRooms(List.of(ended.id()));
        accounts.endAccess(List.of(ended.id()), by.actor());
        return ended;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Post.CHINA);
    }

    sealed interface Outcome {
        record Ended(Appointment appointment) implements Outcome {}

        record NoSuchPost() implements Outcome {}

        record NotBelow() implements Outcome {}

        record Office() implements Outcome {}

        record EndedBefore() implements Outcome {}

        record WrongDays() implements Outcome {}
    }
}
