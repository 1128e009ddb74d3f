package cn.dangjian.identity.appointment;

import cn.dangjian.identity.account.Account;
import cn.dangjian.identity.account.Accounts;
import cn.dangjian.identity.account.Superior;
import cn.dangjian.identity.seat.Seat;
import cn.dangjian.identity.seat.Seats;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.caller.AccountId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where a superior may give posts: at living units below its own, to accounts that it sees, for seats there. */
@Component
class Places {

    private final Directory directory;
    private final Accounts accounts;
    private final Seats seats;

    Places(Directory directory, Accounts accounts, Seats seats) {
        this.directory = directory;
        this.accounts = accounts;
        this.seats = seats;
    }

    boolean knowsUnit(long unit, Superior by) {
        return directory
                .find(new UnitId(unit), by.scope())
                .filter(found -> !found.isAbolished())
                .isPresent();
    }

    boolean knowsAccount(AccountId account, Superior by) {
        return accounts.find(account, by.scope()).filter(Places::isSomebody).isPresent();
    }

    /** A seat of that unit; it stays as it is until the transaction ends. */
    Optional<Seat> lockSeat(long seat, long unit) {
        return seats.lock(seat, unit);
    }

    private static boolean isSomebody(Account account) {
        return account.state() != Account.State.LOCKED;
    }
}
