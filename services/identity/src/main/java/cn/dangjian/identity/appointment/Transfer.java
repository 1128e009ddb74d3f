package cn.dangjian.identity.appointment;

import cn.dangjian.identity.account.Superior;
import cn.dangjian.identity.appointment.Places.Fit;
import cn.dangjian.identity.post.Post;
import cn.dangjian.platform.web.version.ETags;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

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

    @Transactional
    Outcome transfer(long id, long unit, Term term, Superior by, @Nullable String ifMatch) {
        var found = appointments.find(id, by.scope());
        if (found.isEmpty()) return new Outcome.NoSuchPost();

        var here = found.get();
        ETags.requireMatch(ifMatch, here.version());
        if (!places.knowsUnit(unit, by)) return new Outcome.NoSuchUnit();
        if (isOwn(unit, by) || isOwn(here.unit(), by) || here.account().equals(by.account())) {
            return new Outcome.NotBelow();
        }
        if (here.isOffice() || term.duty().equals(Post.OFFICE)) return new Outcome.Office();
        if (!here.live()) return new Outcome.EndedBefore();
        var today = LocalDate.ofInstant(clock.instant(), Post.CHINA);
        var from = here.fromDay();
        if (!term.isPossible(today)
                || (from != null && !term.from().isAfter(from) && term.from().isAfter(today))) {
            return new Outcome.WrongDays();
        }
        long left = term.from().isAfter(today) ? 0 : here.id();
        return switch (places.fit(term, here.account(), unit, left)) {
            case Fit.Fits(var fitting) -> move(here, unit, fitting, by, today);
            case Fit.NoSuchSeat() -> new Outcome.NoSuchSeat();
            case Fit.SeatEnded() -> new Outcome.SeatEnded();
            case Fit.SeatTaken() -> new Outcome.SeatTaken();
            case Fit.WrongDays() -> new Outcome.WrongDays();
        };
    }

    private Outcome move(Appointment here, long unit, Term term, Superior by, LocalDate today) {
        try {
            var closed = endAppointment.close(here, lastDay(here, term, today), "transfer", by);
            return new Outcome.Transferred(closed, appoint.open(here.account(), unit, term, by));
        } catch (DuplicateKeyException e) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new Outcome.HeldAlready();
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

    sealed interface Outcome {
        record Transferred(Appointment here, Appointment there) implements Outcome {}

        record NoSuchPost() implements Outcome {}

        record NoSuchUnit() implements Outcome {}

        record NoSuchSeat() implements Outcome {}

        record SeatEnded() implements Outcome {}

        record SeatTaken() implements Outcome {}

        record NotBelow() implements Outcome {}

        record Office() implements Outcome {}

        record EndedBefore() implements Outcome {}

        record WrongDays() implements Outcome {}

        record HeldAlready() implements Outcome {}
    }
}
