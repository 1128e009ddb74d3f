package cn.dangjian.identity.appointment;

import cn.dangjian.identity.account.Account;
import cn.dangjian.identity.account.Accounts;
import cn.dangjian.identity.account.Superior;
import cn.dangjian.identity.post.Post;
import cn.dangjian.identity.seat.Seats;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.caller.AccountId;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Where a superior may give posts: at living units below its own, to accounts that it sees, for seats there. */
@Component
class Places {

    private final Directory directory;
    private final Accounts accounts;
    private final Seats seats;
    private final AppointmentRepository appointments;
    private final Clock clock;

    Places(Directory directory, Accounts accounts, Seats seats, AppointmentRepository appointments, Clock clock) {
        this.directory = directory;
        this.accounts = accounts;
        this.seats = seats;
        this.appointments = appointments;
        this.clock = clock;
    }

    boolean knowsUnit(long unit, Superior by) {
        return directory
                .find(new UnitId(unit), by.scope())
                .filter(found -> !found.isAbolished() && !found.isHeading())
                .isPresent();
    }

    boolean knowsAccount(AccountId account, Superior by) {
        return accounts.find(account, by.scope()).filter(Places::isSomebody).isPresent();
    }

    /**
     * The term that the seat gives which it names, if it does; the seat stays so until the transaction ends.
     *
     * @param left the post that the account gives up for it at once; 0 for none
     */
    Term fit(Term term, AccountId account, long unit, long left) {
        if (term.seat() == null) return term;
        var seat = seats.lock(term.seat(), unit).orElseThrow(AppointmentRefusal.SEAT_UNKNOWN);
        AppointmentRefusal.SEAT_ENDED.when(seat.isOver(LocalDate.ofInstant(clock.instant(), Post.CHINA)));
        AppointmentRefusal.SEAT_TAKEN.when(!seat.fits(account, unit) || appointments.isFollowed(seat.id(), left));
        AppointmentRefusal.WRONG_DAYS.unless(term.isWithin(seat));
        return term.within(seat);
    }

    private static boolean isSomebody(Account account) {
        return account.state() != Account.State.LOCKED;
    }
}
