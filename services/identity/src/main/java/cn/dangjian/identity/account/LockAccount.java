package cn.dangjian.identity.account;

import cn.dangjian.identity.audit.Deed;
import cn.dangjian.identity.audit.Trail;
import cn.dangjian.identity.authority.Authority;
import cn.dangjian.platform.web.caller.AccountId;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 停用、恢复账号: a unit takes access from an account below it, or gives it back. */
@Service
class LockAccount {

    private final AccountRepository accounts;
    private final Sessions sessions;
    private final LockOuts lockOuts;
    private final Authority authority;
    private final Trail trail;

    LockAccount(AccountRepository accounts, Sessions sessions, LockOuts lockOuts, Authority authority, Trail trail) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.lockOuts = lockOuts;
        this.authority = authority;
        this.trail = trail;
    }

    @Transactional
    void lock(AccountId id, Superior by) {
        var account = accounts.find(id, by.scope()).orElseThrow(AccountRefusal.UNKNOWN);
        AccountRefusal.NOT_BELOW.when(isBeside(account, by));

        if (account.state() != Account.State.LOCKED) change(account.lock());
        sessions.end(id);
        endDeputies(id);
        trail.record(Deed.change(by.actor(), "account.locked", "account", id.value(), "access"));
    }

    @Transactional
    void unlock(AccountId id, Superior by) {
        var account = accounts.find(id, by.scope()).orElseThrow(AccountRefusal.UNKNOWN);
        AccountRefusal.NOT_BELOW.when(isBeside(account, by));

        if (account.state() == Account.State.LOCKED) change(account.unlock());
        lockOuts.lift(id);
        trail.record(Deed.change(by.actor(), "account.unlocked", "account", id.value(), "access"));
    }

    private void change(Account account) {
        accounts.update(account);
        authority.raise(List.of(account.id()));
    }

    /** Nobody acts for somebody whose access was taken. */
    private void endDeputies(AccountId id) {
        var posts = accounts.listPosts(id);
        if (!posts.isEmpty()) authority.raise(sessions.endOfPosts(posts));
    }

    private boolean isBeside(Account account, Superior by) {
        return account.id().equals(by.account()) || accounts.hasPostBeyond(account.id(), by);
    }
}
