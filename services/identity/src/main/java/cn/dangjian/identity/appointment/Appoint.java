package cn.dangjian.identity.appointment;

import cn.dangjian.identity.account.Superior;
import cn.dangjian.identity.appointment.Places.Fit;
import cn.dangjian.identity.audit.Deed;
import cn.dangjian.identity.audit.Trail;
import cn.dangjian.identity.post.Post;
import cn.dangjian.identity.post.Posts;
import cn.dangjian.platform.web.caller.AccountId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 任职: gives an account a post at a unit below, for a term, which may be that of a seat in the unit's team. */
@Service
class Appoint {

    private final AppointmentRepository appointments;
    private final Places places;
    private final Posts posts;
    private final Trail trail;
    private final Clock clock;

    Appoint(AppointmentRepository appointments, Places places, Posts posts, Trail trail, Clock clock) {
        this.appointments = appointments;
        this.places = places;
        this.posts = posts;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    Outcome appoint(AccountId account, long unit, Term term, Superior by) {
        var today = LocalDate.ofInstant(clock.instant(), Post.CHINA);
        if (!places.knowsAccount(account, by)) return new Outcome.NoSuchAccount();
        if (!places.knowsUnit(unit, by)) return new Outcome.NoSuchUnit();
        if (unit == by.ownUnitOrNone() || account.equals(by.account())) return new Outcome.NotBelow();
        if (term.duty().equals(Post.OFFICE)) return new Outcome.Office();
        if (!term.isPossible(today)) return new Outcome.WrongDays();
        return switch (places.fit(term, account, unit, 0)) {
            case Fit.Fits(var fitting) -> tryToOpen(account, unit, fitting, by);
            case Fit.NoSuchSeat() -> new Outcome.NoSuchSeat();
            case Fit.SeatEnded() -> new Outcome.SeatEnded();
            case Fit.SeatTaken() -> new Outcome.SeatTaken();
            case Fit.WrongDays() -> new Outcome.WrongDays();
        };
    }

    private Outcome tryToOpen(AccountId account, long unit, Term term, Superior by) {
        try {
            return new Outcome.Appointed(open(account, unit, term, by));
        } catch (DuplicateKeyException e) {
            return new Outcome.HeldAlready();
        }
    }

    /** What was checked before. */
    Appointment open(AccountId account, long unit, Term term, Superior by) {
        var now = clock.instant();
        boolean begins = !term.from().isAfter(LocalDate.ofInstant(now, Post.CHINA));
        var opened = appointments.insert(
                new Appointment(
                        0,
                        account,
                        unit,
                        term.duty(),
                        begins,
                        !begins,
                        term.from(),
                        term.until(),
                        term.source(),
                        term.seat(),
                        true,
                        0),
                now);
        if (begins) posts.announce(List.of(opened.post()), by.subject());
        else posts.tellRooms(List.of(opened.id()));
        trail.record(Deed.change(by.actor(), "post.given", "post", opened.id(), "appointment"));
        return opened;
    }

    sealed interface Outcome {
        record Appointed(Appointment appointment) implements Outcome {}

        record NoSuchAccount() implements Outcome {}

        record NoSuchUnit() implements Outcome {}

        record NoSuchSeat() implements Outcome {}

        record SeatEnded() implements Outcome {}

        record SeatTaken() implements Outcome {}

        record NotBelow() implements Outcome {}

        record Office() implements Outcome {}

        record WrongDays() implements Outcome {}

        record HeldAlready() implements Outcome {}
    }
}
