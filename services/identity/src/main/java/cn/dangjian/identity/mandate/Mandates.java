package cn.dangjian.identity.mandate;

import cn.dangjian.identity.account.Account;
import cn.dangjian.identity.account.Accounts;
import cn.dangjian.identity.appointment.Appointment;
import cn.dangjian.identity.appointment.Appointments;
import cn.dangjian.platform.web.caller.AccountId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The mandates, for the other rooms. */
@Service
public class Mandates {

    private final MandateRepository mandates;
    private final Appointments appointments;
    private final Accounts accounts;

    Mandates(MandateRepository mandates, Appointments appointments, Accounts accounts) {
        this.mandates = mandates;
        this.appointments = appointments;
        this.accounts = accounts;
    }

    /** A mandate that gives access today, with the post for which it is. */
    public record InForce(Mandate mandate, Appointment appointment) {

        /** When the first of both ends. */
        public Instant end() {
            var post = appointment.end();
            return post != null && post.isBefore(mandate.end()) ? post : mandate.end();
        }
    }

    /** That mandate, if the account is its deputy, its days are now, and the post still gives its holder access. */
    public Optional<InForce> inForce(AccountId deputy, long id) {
        return mandates.find(id)
                .filter(mandate -> mandate.deputy().equals(deputy))
                .filter(mandate -> mandate.isInForce(appointments.today()))
                .flatMap(mandate -> appointments
                        .inForce(mandate.post())
                        .filter(this::hasAFreeHolder)
                        .map(post -> new InForce(mandate, post)));
    }

    /** Nobody acts for somebody whose access was taken. */
    private boolean hasAFreeHolder(Appointment appointment) {
        return accounts.find(appointment.account())
                .filter(holder -> holder.state() != Account.State.LOCKED)
                .isPresent();
    }
}
