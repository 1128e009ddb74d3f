package cn.dangjian.identity.appointment;

import cn.dangjian.identity.account.AccountRefusal;
import cn.dangjian.identity.account.Superior;
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
    Appointment appoint(AccountId account, long unit, Term term, Superior by) {
        var today = LocalDate.ofInstant(clock.instant(), Post.CHINA);
        AccountRefusal.UNKNOWN.unless(places.knowsAccount(account, by));
        AppointmentRefusal.UNIT_UNKNOWN.unless(places.knowsUnit(unit, by));
        AppointmentRefusal.NOT_BELOW.when(unit == by.ownUnitOrNone() || account.equals(by.account()));
        AppointmentRefusal.OFFICE.when(term.duty().equals(Post.OFFICE));
        AppointmentRefusal.WRONG_DAYS.unless(term.isPossible(today));

        var fitting = places.fit(term, account, unit, 0);
        try {
            return open(account, unit, fitting, by);
        } catch (DuplicateKeyException e) {
            throw AppointmentRefusal.HELD.get();
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
}
