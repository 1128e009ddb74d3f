package cn.dangjian.identity.post;

import cn.dangjian.identity.account.Account;
import cn.dangjian.identity.account.Accounts;
import cn.dangjian.identity.audit.Actor;
import cn.dangjian.identity.audit.Deed;
import cn.dangjian.identity.audit.Trail;
import cn.dangjian.identity.post.ConfirmUnit.Confirmed;
import cn.dangjian.platform.web.caller.Administrator;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 增设岗位账号: opens one more account at a unit, also at one that identity has not heard of yet. */
@Service
class CreateAccount {

    private final Accounts accounts;
    private final PostRepository posts;
    private final PostAnnouncements announcements;
    private final Trail trail;
    private final Clock clock;

    CreateAccount(Accounts accounts, PostRepository posts, PostAnnouncements announcements, Trail trail, Clock clock) {
        this.accounts = accounts;
        this.posts = posts;
        this.announcements = announcements;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    Created create(Confirmed unit, String displayName, String duty, Administrator by) {
        var now = clock.instant();
        var account = accounts.open(unit.code(), displayName, now);
        var post = posts.insert(account.id(), unit.unit(), duty, now);
        announcements.announce(List.of(post), by.subject());
        var who = new Actor(by.account(), null, null);
        trail.record(Deed.change(who, "account.opened", "account", account.id().value(), "access"));
        return new Created(account, post);
    }

    record Created(Account account, Post post) {}
}
