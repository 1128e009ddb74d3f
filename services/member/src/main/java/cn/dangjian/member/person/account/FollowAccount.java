package cn.dangjian.member.person.account;

import cn.dangjian.member.person.account.AskAccount.AccountAsked;
import cn.dangjian.member.person.register.Members;
import cn.dangjian.member.person.standing.StandingObserver;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.events.Outbox;
import cn.dangjian.platform.events.Outbox.Entry;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Tells identity to which unit somebody with an account belongs from now on, which gives him his next code; and that
 * whoever is out is to have none any more. Whoever comes back has his again as soon as his unit asks for it.
 */
@Component
class FollowAccount implements StandingObserver {

    private static final String ENDED = "member.account-ended.v1";

    private final Members members;
    private final Outbox outbox;

    FollowAccount(Members members, Outbox outbox) {
        this.members = members;
        this.outbox = outbox;
    }

    /** The data of {@code contracts/events/account-ended.v1}. */
    record AccountEnded(long member) {}

    @Override
    public void standingsChanged(List<Change> changes) {
        // by person the unit that he belongs to from now on; none for whoever is out
        var told = new HashMap<Long, Optional<UnitId>>();
        for (var change : changes) {
            long member = change.member().value();
            if (change.wentOut()) told.put(member, Optional.empty());
            else if (!change.isOut()) change.movedTo().ifPresent(unit -> told.put(member, Optional.of(unit)));
        }
        if (told.isEmpty()) return;
        outbox.appendAll(members.withAccounts(told.keySet()).entrySet().stream()
                .map(one -> entry(one.getKey(), one.getValue() + 1, Objects.requireNonNull(told.get(one.getKey()))))
                .toList());
    }

    /** Whoever went out before anybody knew which account is his has none either. */
    void bound(long account) {
        var member = members.ofAccount(account).filter(one -> one.status().isOut());
        if (member.isEmpty()) return;
        members.touch(List.of(member.get().id()));
        outbox.appendAll(List.of(entry(member.get().id(), member.get().version() + 1, Optional.empty())));
    }

    private static Entry entry(long member, long version, Optional<UnitId> unit) {
        String key = "member:" + member;
        return unit.map(now -> new Entry(AskAccount.TYPE, key, version, null, new AccountAsked(member, now)))
                .orElseGet(() -> new Entry(ENDED, key, version, null, new AccountEnded(member)));
    }
}
