package cn.dangjian.identity.member;

import cn.dangjian.identity.account.Accounts;
import cn.dangjian.identity.audit.Actor;
import cn.dangjian.identity.audit.Deed;
import cn.dangjian.identity.audit.Trail;
import cn.dangjian.identity.member.MemberAccountListener.AccountAsked;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Outbox;
import cn.dangjian.platform.web.caller.AccountId;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 开设党员账号: opens the account of a member who has none, and says which it is. Asked again for the same member it says so
 * again, remembers the unit to which he belongs now, and unlocks what was locked because he was out.
 */
@Service
class OpenMemberAccount {

    private static final String OPENED = "identity.member-account-opened.v1";
    private static final String PREFIX = "m";
    private static final String ACCOUNT = "account:";

    private final MemberAccountRepository members;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Trail trail;
    private final Clock clock;

    OpenMemberAccount(MemberAccountRepository members, Accounts accounts, Outbox outbox, Trail trail, Clock clock) {
        this.members = members;
        this.accounts = accounts;
        this.outbox = outbox;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void open(Event<AccountAsked> asked) {
        long member = asked.data().member();
        long unit = asked.data().unit();
        var known = members.lock(member);
        if (known.isEmpty()) {
            var account = accounts.open(PREFIX, "党员 " + member, clock.instant());
            members.insert(MemberAccount.opened(member, account.id(), unit, asked.version()));
            announce(asked, account.id(), account.login());
            trail.record(Deed.change(
                    actor(asked.subject()),
                    "account.opened",
                    "account",
                    account.id().value(),
                    "member:" + member));
        } else if (asked.version() > known.get().version()) {
            members.update(known.get().at(unit, asked.version()));
            if (known.get().locked()) accounts.unlock(known.get().accountId(), actor(asked.subject()));
            var account = accounts.find(known.get().accountId()).orElseThrow();
            announce(asked, account.id(), account.login());
        }
    }

    private void announce(Event<AccountAsked> asked, AccountId account, String login) {
        long member = asked.data().member();
        outbox.append(
                OPENED, "member:" + member, asked.version(), null, new MemberAccountOpened(member, account, login));
    }

    private static Actor actor(@Nullable String subject) {
        if (subject == null || !subject.startsWith(ACCOUNT)) return Actor.PLATFORM;
        return new Actor(AccountId.valueOf(subject.substring(ACCOUNT.length())), null, null);
    }

    /** The data of {@code contracts/events/member-account-opened.v1}. */
    record MemberAccountOpened(long member, AccountId account, String login) {}
}
