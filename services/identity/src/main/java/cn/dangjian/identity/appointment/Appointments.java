package cn.dangjian.identity.appointment;

import cn.dangjian.identity.post.Post;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.web.caller.AccountId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The appointments, for the other rooms. */
@Service
public class Appointments {

    private final AppointmentRepository appointments;
    private final Clock clock;

    Appointments(AppointmentRepository appointments, Clock clock) {
        this.appointments = appointments;
        this.clock = clock;
    }

    /** The post from which the account acts when nothing else was chosen. */
    public Optional<Appointment> first(AccountId account) {
        return appointments.findFirst(account, today());
    }

    /** That post, if it gives access today, whoever holds it. */
    public Optional<Appointment> inForce(long post) {
        return appointments.find(post).filter(found -> found.isInForce(today()));
    }

    /** That post, if the account holds it and it gives access today. */
    public Optional<Appointment> inForce(AccountId account, long post) {
        return inForce(post).filter(found -> found.account().equals(account));
    }

    /** That post, if it is in the scope and gives access today. */
    public Optional<Appointment> inForce(long post, Scope scope) {
        return appointments.find(post, scope).filter(found -> found.isInForce(today()));
    }

    /** Today in China, where terms begin and end. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Post.CHINA);
    }
}
