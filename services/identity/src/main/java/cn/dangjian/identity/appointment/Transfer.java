package cn.dangjian.identity.appointment;

import cn.dangjian.identity.account.Superior;
import cn.dangjian.identity.post.Post;
import cn.dangjian.platform.web.version.Seen;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 调任: ends a post here and begins one there for the same person, which may be that of a seat, both or neither. */
@Service
class Transfer {

    private final AppointmentRepository appointments;
    private final Places places;
    private final Appoint appoint;
    private final EndAppointment endAppointment;
    private final Clock clock;

    Transfer(
            AppointmentRepository appointments,
            Places places,
            Appoint appoint,
            EndAppointment endAppointment,
            Clock clock) {
        this.appointments = appointments;
        this.places = places;
        this.appoint = appoint;
        this.endAppointment = endAppointment;
        this.clock = clock;
    }

    /** The new post. */
    @Transactional
    Appointment transfer(long id, long unit, Term term, Superior by, Seen seen) {
        var here = appointments.find(id, by.scope()).orElseThrow(AppointmentRefusal.UNKNOWN);
        seen.require(here.version());
        AppointmentRefusal.UNIT_UNKNOWN.unless(places.knowsUnit(unit, by));
        AppointmentRefusal.NOT_BELOW.when(
                isOwn(unit, by) || isOwn(here.unit(), by) || here.account().equals(by.account()));
        AppointmentRefusal.OFFICE.when(here.isOffice() || term.duty().equals(Post.OFFICE));
        AppointmentRefusal.ENDED.unless(here.live());
        var today = LocalDate.ofInstant(clock.instant(), Post.CHINA);
        var from = here.fromDay();
        AppointmentRefusal.WRONG_DAYS.when(!term.isPossible(today)
                || (from != null && !term.from().isAfter(from) && term.from().isAfter(today)));

        long left = term.from().isAfter(today) ? 0 : here.id();
        var fitting = places.fit(term, here.account(), unit, left);
        try {
            endAppointment.close(here, lastDay(here, fitting, today), "transfer", by);
            return appoint.open(here.account(), unit, fitting, by);
        } catch (DuplicateKeyException e) {
            throw AppointmentRefusal.HELD.get();
        }
    }

    /** The day before the new post begins, or an earlier one that was known; null if it begins at once. */
    private static @Nullable LocalDate lastDay(Appointment here, Term term, LocalDate today) {
        if (!term.from().isAfter(today)) return null;
        var before = term.from().minusDays(1);
        var known = here.untilDay();
        return known != null && known.isBefore(before) ? known : before;
    }

    private static boolean isOwn(long unit, Superior by) {
        return unit == by.ownUnitOrNone();
    }
}
