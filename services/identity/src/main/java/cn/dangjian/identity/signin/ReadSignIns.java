package cn.dangjian.identity.signin;

import cn.dangjian.identity.account.AccountRefusal;
import cn.dangjian.identity.account.Accounts;
import cn.dangjian.identity.account.Superior;
import cn.dangjian.identity.audit.Deed;
import cn.dangjian.identity.audit.Trail;
import cn.dangjian.identity.signin.SignInQueries.SignInView;
import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.platform.web.paging.Cursor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 查看下级登录日志: shows a unit above how an account signed in, and writes down that it looked. */
@Service
class ReadSignIns {

    private final SignInQueries queries;
    private final Accounts accounts;
    private final Trail trail;

    ReadSignIns(SignInQueries queries, Accounts accounts, Trail trail) {
        this.queries = queries;
        this.accounts = accounts;
        this.trail = trail;
    }

    @Transactional
    List<SignInView> read(AccountId account, Superior by, @Nullable Cursor after, int limit) {
        AccountRefusal.UNKNOWN.when(accounts.find(account, by.scope()).isEmpty());
        AccountRefusal.NOT_BELOW.when(accounts.isBeside(account, by));
        trail.record(Deed.read(by.actor(), "sign-ins.read", "account", account.value(), "supervision"));
        return queries.list(account, after, limit);
    }
}
