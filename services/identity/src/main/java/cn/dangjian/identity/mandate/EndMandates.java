package cn.dangjian.identity.mandate;

import cn.dangjian.identity.account.Accounts;
import cn.dangjian.identity.appointment.Appointments;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends the sessions that act with a mandate whose last day is over; their tokens have expired with it. */
@Service
class EndMandates {

    private final MandateRepository mandates;
    private final Appointments appointments;
    private final Accounts accounts;
    private final TransactionTemplate transaction;

    EndMandates(
            MandateRepository mandates, Appointments appointments, Accounts accounts, TransactionTemplate transaction) {
        this.mandates = mandates;
        this.appointments = appointments;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    @Scheduled(initialDelayString = "PT7S", fixedDelayString = "PT10S")
    @SchedulerLock(name = "end-mandates")
    void end() {
        while (Boolean.TRUE.equals(transaction.execute(status -> endSome()))) {
            // one chunk after the other, so that no transaction grows long
        }
    }

    private boolean endSome() {
        var over = mandates.listUsedAfterTheirEnd(appointments.today());
        if (over.isEmpty()) return false;
        accounts.endMandates(over);
        return true;
    }
}
