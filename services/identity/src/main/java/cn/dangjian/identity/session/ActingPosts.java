package cn.dangjian.identity.session;

import cn.dangjian.identity.appointment.Appointment;
import cn.dangjian.identity.appointment.Appointments;
import cn.dangjian.identity.mandate.Mandates;
import cn.dangjian.platform.web.caller.AccountId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 履职岗位: from which of his posts somebody acts in a session, as long as that post gives access. */
@Service
public class ActingPosts {

    private final SessionRepository sessions;
    private final Appointments appointments;
    private final Mandates mandates;
    private final Clock clock;

    ActingPosts(SessionRepository sessions, Appointments appointments, Mandates mandates, Clock clock) {
        this.sessions = sessions;
        this.appointments = appointments;
        this.mandates = mandates;
        this.clock = clock;
    }

    /** What the account may act as; empty if the choice is not his. */
    public Optional<Acting> choose(AccountId account, Choice choice) {
        if (choice.mandate() != null) {
            return mandates.inForce(account, choice.mandate()).map(Acting::deputy);
        }
        if (choice.post() != null) {
            return appointments.inForce(account, choice.post()).map(Acting::own);
        }
        return Optional.of(first(account));
    }

    /** Begins a session, before its first token is made. */
    @Transactional
    public void begin(String session, AccountId account, Acting acting, String client, String address) {
        sessions.insert(session, account, acting, client, address, clock.instant());
    }

    /** As what a session goes on; empty if its post is over, for then somebody has to sign in again. */
    @Transactional
    public Optional<Acting> resume(String session, AccountId account, String client, String address) {
        var found = sessions.find(session);
        if (found.isEmpty()) {
            var acting = first(account);
            sessions.insert(session, account, acting, client, address, clock.instant());
            return Optional.of(acting);
        }
        var acting = choose(account, new Choice(found.get().post(), found.get().mandate()));
        acting.ifPresent(now -> sessions.act(session, now, clock.instant()));
        return acting;
    }

    /** Goes on from another post in the same session. */
    @Transactional
    public Optional<Acting> change(String session, AccountId account, Choice choice) {
        var acting = sessions.find(session)
                .filter(found -> found.account().equals(account))
                .flatMap(found -> choose(account, choice));
        acting.ifPresent(now -> sessions.act(session, now, clock.instant()));
        return acting;
    }

    private Acting first(AccountId account) {
        Optional<Appointment> first = appointments.first(account);
        return first.map(Acting::own).orElse(Acting.NOWHERE);
    }
}
