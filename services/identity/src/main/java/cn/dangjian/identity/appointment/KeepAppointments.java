package cn.dangjian.identity.appointment;

import cn.dangjian.identity.account.Accounts;
import cn.dangjian.identity.audit.Actor;
import cn.dangjian.identity.post.Post;
import cn.dangjian.identity.post.Posts;
import java.time.Clock;
import java.time.LocalDate;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** 任期起止: begins the posts whose first day has come and ends those whose last day is over, within seconds. */
@Service
class KeepAppointments {

    private static final int CHUNK = 500;

    private final AppointmentRepository appointments;
    private final Accounts accounts;
    private final Posts posts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    KeepAppointments(
            AppointmentRepository appointments,
            Accounts accounts,
            Posts posts,
            TransactionTemplate transaction,
            Clock clock) {
        this.appointments = appointments;
        this.accounts = accounts;
        this.posts = posts;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT5S")
    @SchedulerLock(name = "keep-appointments")
    void keep() {
        while (Boolean.TRUE.equals(transaction.execute(status -> endSome()))) {
            // one chunk after the other, so that no transaction grows long
        }
        while (Boolean.TRUE.equals(transaction.execute(status -> beginSome()))) {
            // as above
        }
    }

    private boolean endSome() {
        var over = appointments.listToEnd(today(), CHUNK);
        if (over.isEmpty()) return false;
        var ids = over.stream().map(Appointment::id).toList();
        appointments.end(ids, clock.instant());
        posts.announce(over.stream().map(one -> one.end(today()).post()).toList(), null);
        accounts.endAccess(ids, Actor.PLATFORM);
        return true;
    }

    private boolean beginSome() {
        var due = appointments.listToBegin(today(), CHUNK);
        if (due.isEmpty()) return false;
        appointments.begin(due.stream().map(Appointment::id).toList());
        posts.announce(due.stream().map(one -> one.begin().post()).toList(), null);
        return true;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Post.CHINA);
    }
}
