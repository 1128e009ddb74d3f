package cn.dangjian.identity.appointment;

import cn.dangjian.identity.account.Accounts;
import cn.dangjian.identity.account.Superior;
import cn.dangjian.identity.audit.Deed;
import cn.dangjian.identity.audit.Trail;
import cn.dangjian.identity.post.Post;
import cn.dangjian.identity.post.Posts;
import cn.dangjian.platform.web.version.Seen;
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
    Appointment end(long id, @Nullable LocalDate lastDay, @Nullable String reason, Superior by, Seen seen) {
        var appointment = appointments.find(id, by.scope()).orElseThrow(AppointmentRefusal.UNKNOWN);
        seen.require(appointment.version());
        AppointmentRefusal.NOT_BELOW.when(appointment.unit() == by.ownUnitOrNone());
        AppointmentRefusal.OFFICE.when(appointment.isOffice());
        AppointmentRefusal.ENDED.unless(appointment.live());
        var from = appointment.fromDay();
        AppointmentRefusal.WRONG_DAYS.when(
                lastDay != null && (lastDay.isBefore(today()) || (from != null && lastDay.isBefore(from))));
        AppointmentRefusal.WRONG_DAYS.when(appointment.isBeyondItsSeat(lastDay));
        return close(appointment, lastDay, reason, by);
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
}
