package cn.dangjian.identity.session;

import cn.dangjian.identity.account.AccountRefusal;
import cn.dangjian.identity.account.Accounts;
import cn.dangjian.identity.account.Superior;
import cn.dangjian.identity.audit.Deed;
import cn.dangjian.identity.audit.Trail;
import cn.dangjian.identity.session.SessionQueries.SessionView;
import cn.dangjian.platform.web.caller.AccountId;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 查看下级会话: shows a unit above where an account is signed in, and writes down that it looked. */
@Service
class ReadSessions {

    private final SessionQueries queries;
    private final Accounts accounts;
    private final Trail trail;
    private final Clock clock;

    ReadSessions(SessionQueries queries, Accounts accounts, Trail trail, Clock clock) {
        this.queries = queries;
        this.accounts = accounts;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    List<SessionView> read(AccountId account, Superior by, int limit) {
        AccountRefusal.UNKNOWN.when(accounts.find(account, by.scope()).isEmpty());
        AccountRefusal.NOT_BELOW.when(accounts.isBeside(account, by));
        trail.record(Deed.read(by.actor(), "sessions.read", "account", account.value(), "supervision"));
        return queries.list(account, null, clock.instant(), limit);
    }
}
