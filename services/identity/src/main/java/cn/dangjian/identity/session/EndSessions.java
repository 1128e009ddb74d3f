package cn.dangjian.identity.session;

import cn.dangjian.identity.account.Accounts;
import cn.dangjian.identity.account.Person;
import cn.dangjian.identity.account.Superior;
import cn.dangjian.identity.audit.Actor;
import cn.dangjian.identity.audit.Deed;
import cn.dangjian.identity.audit.Trail;
import cn.dangjian.platform.web.caller.AccountId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 下线: ends one session of an account or all, by the account itself or by a unit above it. */
@Service
class EndSessions {

    private final SessionRepository sessions;
    private final Accounts accounts;
    private final Trail trail;

    EndSessions(SessionRepository sessions, Accounts accounts, Trail trail) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.trail = trail;
    }

    @Transactional
    Outcome endOwn(Person person, String session) {
        return endOne(person.account(), session, person.actor());
    }

    /** The session that asks goes on. */
    @Transactional
    Outcome endOthers(Person person) {
        return endAll(person.account(), person.session(), person.actor());
    }

    /** @param session null for all */
    @Transactional
    Outcome endBelow(AccountId account, @Nullable String session, Superior by) {
        if (accounts.find(account, by.scope()).isEmpty()) return new Outcome.NoSuchAccount();
        if (accounts.isBeside(account, by)) return new Outcome.NotBelow();
        return session == null ? endAll(account, null, by.actor()) : endOne(account, session, by.actor());
    }

    private Outcome endOne(AccountId account, String session, Actor by) {
        return sessions.end(account, session) ? ended(account, "session.ended", by) : new Outcome.NoSuchSession();
    }

    private Outcome endAll(AccountId account, @Nullable String kept, Actor by) {
        sessions.endOthers(account, kept);
        return ended(account, "sessions.ended", by);
    }

    private Outcome ended(AccountId account, String act, Actor by) {
        accounts.refreshAccess(List.of(account));
        trail.record(Deed.change(by, act, "account", account.value(), "access"));
        return new Outcome.Ended();
    }

    sealed interface Outcome {
        record Ended() implements Outcome {}

        record NoSuchAccount() implements Outcome {}

        record NoSuchSession() implements Outcome {}

        record NotBelow() implements Outcome {}
    }
}
