package cn.dangjian.identity.session;

import cn.dangjian.identity.account.AccountRefusal;
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
    void endOwn(Person person, String session) {
        endOne(person.account(), session, person.actor());
    }

    /** The session that asks goes on. */
    @Transactional
    void endOthers(Person person) {
        endAll(person.account(), person.session(), person.actor());
    }

    /** @param session null for all */
    @Transactional
    void endBelow(AccountId account, @Nullable String session, Superior by) {
        AccountRefusal.UNKNOWN.when(accounts.find(account, by.scope()).isEmpty());
        AccountRefusal.NOT_BELOW.when(accounts.isBeside(account, by));
        if (session == null) endAll(account, null, by.actor());
        else endOne(account, session, by.actor());
    }

    private void endOne(AccountId account, String session, Actor by) {
        SessionRefusal.UNKNOWN.unless(sessions.end(account, session));
        ended(account, "session.ended", by);
    }

    private void endAll(AccountId account, @Nullable String kept, Actor by) {
        sessions.endOthers(account, kept);
        ended(account, "sessions.ended", by);
    }

    private void ended(AccountId account, String act, Actor by) {
        accounts.refreshAccess(List.of(account));
        trail.record(Deed.change(by, act, "account", account.value(), "access"));
    }
}
