package cn.dangjian.identity.account;

import cn.dangjian.identity.audit.Actor;
import cn.dangjian.identity.audit.Deed;
import cn.dangjian.identity.audit.Trail;
import cn.dangjian.identity.authority.Authority;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.web.caller.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The accounts, for the other rooms. */
@Service
public class Accounts {

    private final AccountRepository accounts;
    private final Sessions sessions;
    private final LockOuts lockOuts;
    private final Authority authority;
    private final Trail trail;

    Accounts(AccountRepository accounts, Sessions sessions, LockOuts lockOuts, Authority authority, Trail trail) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.lockOuts = lockOuts;
        this.authority = authority;
        this.trail = trail;
    }

    /** The account of that name; names differ by more than upper and lower case. */
    public Optional<Account> named(String login) {
        return Account.isPossibleLogin(login) ? accounts.findByLogin(login) : Optional.empty();
    }

    public Optional<Account> find(AccountId id) {
        return accounts.find(id);
    }

    /** Finds an account with a post at a unit in the scope, and never the administrator of the platform. */
    public Optional<Account> find(AccountId id, Scope scope) {
        return accounts.find(id, scope);
    }

    /** Whether the account is one's own, or has a post at one's own unit or elsewhere: then it is for a unit above. */
    public boolean isBeside(AccountId id, Superior by) {
        return id.equals(by.account()) || accounts.hasPostBeyond(id, by);
    }

    /** What the account and its units are called: no words for a password. */
    public List<String> names(Account account) {
        var names = new ArrayList<>(accounts.listUnitNames(account.id()));
        names.add(account.displayName());
        return names;
    }

    /** These posts give no access any more: their sessions end, and no token of whoever used them is good. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void endAccess(Collection<Long> posts, Actor by) {
        if (posts.isEmpty()) return;
        var affected = new HashSet<>(accounts.listHolders(posts));
        affected.addAll(sessions.endOfPosts(posts));
        refreshAccess(affected);
        trail.recordAll(posts.stream()
                .map(post -> Deed.change(by, "post.ended", "post", post, "appointment"))
                .toList());
    }

    /** This mandate gives its deputy no access any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void endMandate(long mandate, AccountId deputy) {
        sessions.endOfMandates(List.of(mandate));
        refreshAccess(List.of(deputy));
    }

    /** The sessions of these mandates end; the others of their deputies get new tokens. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void endMandates(Collection<Long> mandates) {
        refreshAccess(sessions.endOfMandates(mandates));
    }

    /**
     * Locks an account whose holder is not to sign in any more, and ends its sessions and those of whoever acts for him.
     *
     * @return whether it was not locked before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lock(AccountId id, Actor by) {
        var account = accounts.find(id).orElseThrow();
        if (account.state() == Account.State.LOCKED) return false;
        accounts.update(account.lock());
        refreshAccess(List.of(id));
        sessions.end(id);
        var posts = accounts.listPosts(id);
        if (!posts.isEmpty()) refreshAccess(sessions.endOfPosts(posts));
        trail.record(Deed.change(by, "account.locked", "account", id.value(), "access"));
        return true;
    }

    /** Its holder may sign in again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void unlock(AccountId id, Actor by) {
        var account = accounts.find(id).orElseThrow();
        if (account.state() != Account.State.LOCKED) return;
        accounts.update(account.unlock());
        refreshAccess(List.of(id));
        lockOuts.lift(id);
        trail.record(Deed.change(by, "account.unlocked", "account", id.value(), "access"));
    }

    /** What these accounts may do has changed: tokens are refused from now on, sessions get new ones. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refreshAccess(Collection<AccountId> ids) {
        authority.raise(ids);
    }

    /** Opens an account that waits for activation; its login is the prefix, a dot and its own number, so never taken. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Account open(String prefix, String displayName, Instant now) {
        var id = accounts.insert(UUID.randomUUID().toString(), displayName, null, false, now);
        accounts.rename(id, prefix + "." + id.value());
        return accounts.find(id).orElseThrow();
    }

    /**
     * Gives the account a new password; what was signed in or locked out with the old one is over.
     *
     * @param by whoever has proven the old one, whose session goes on; null for whoever had an activation code
     */
    @Transactional
    public void changePassword(Account account, String hash, @Nullable Person by) {
        accounts.update(account.withPassword(hash));
        authority.raise(List.of(account.id()));
        sessions.endOthers(account.id(), by == null ? null : by.session());
        lockOuts.lift(account.id());
        var who = by == null ? new Actor(account.id(), null, null) : by.actor();
        trail.record(Deed.change(
                who,
                by == null ? "account.activated" : "password.changed",
                "account",
                account.id().value(),
                "access"));
    }
}
