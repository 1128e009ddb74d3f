package cn.dangjian.identity.account;

import cn.dangjian.platform.web.caller.AccountId;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The accounts, for the other rooms. */
@Service
public class Accounts {

    private final AccountRepository accounts;
    private final Sessions sessions;
    private final LockOuts lockOuts;
    private final Clock clock;

    Accounts(AccountRepository accounts, Sessions sessions, LockOuts lockOuts, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.lockOuts = lockOuts;
        this.clock = clock;
    }

    /** The account of that name; names differ by more than upper and lower case. */
    public Optional<Account> named(String login) {
        return Account.isPossibleLogin(login) ? accounts.findByLogin(login) : Optional.empty();
    }

    public Optional<Account> find(AccountId id) {
        return accounts.find(id);
    }

    /** Opens an account that waits for activation; its login is the prefix, a dot and its own number, so never taken. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Account open(String prefix, String displayName) {
        var id = accounts.insert(UUID.randomUUID().toString(), displayName, null, false, clock.instant());
        accounts.rename(id, prefix + "." + id.value());
        return accounts.find(id).orElseThrow();
    }

    /** Gives the account a new password; what was signed in or locked out with the old one is over. */
    @Transactional
    public void changePassword(Account account, String hash) {
        accounts.update(account.withPassword(hash));
        sessions.end(account.id());
        lockOuts.lift(account.id());
    }
}
