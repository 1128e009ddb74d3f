package cn.dangjian.identity.session;

import cn.dangjian.identity.account.Accounts;
import cn.dangjian.identity.account.Superior;
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

    EndSessions(SessionRepository sessions, Accounts accounts) {
        this.sessions = sessions;
        this.accounts = accounts;
    }

    @Transactional
    Outcome endOwn(AccountId account, String session) {
        return endOne(account, session);
    }

    /** @param kept the session that goes on; null for none */
    @Transactional
    Outcome endOthers(AccountId account, @Nullable String kept) {
        sessions.endOthers(account, kept);
        accounts.refreshAccess(List.of(account));
        return new Outcome.Ended();
    }

    /** @param session null for all */
    @Transactional
    Outcome endBelow(AccountId account, @Nullable String session, Superior by) {
        if (accounts.find(account, by.scope()).isEmpty()) return new Outcome.NoSuchAccount();
        if (accounts.isBeside(account, by)) return new Outcome.NotBelow();
        return session == null ? endOthers(account, null) : endOne(account, session);
    }

    private Outcome endOne(AccountId account, String session) {
        if (!sessions.end(account, session)) return new Outcome.NoSuchSession();
        accounts.refreshAccess(List.of(account));
        return new Outcome.Ended();
    }

    sealed interface Outcome {
        record Ended() implements Outcome {}

        record NoSuchAccount() implements Outcome {}

        record NoSuchSession() implements Outcome {}

        record NotBelow() implements Outcome {}
    }
}
