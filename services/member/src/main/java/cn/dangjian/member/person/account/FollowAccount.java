package cn.dangjian.member.person.account;

import cn.dangjian.member.person.account.AskAccount.AccountAsked;
import cn.dangjian.member.person.register.Members;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.member.person.standing.StandingObserver;
import cn.dangjian.platform.events.Outbox;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Tells identity to which unit somebody with an account belongs from now on: that unit gives him his next code. */
@Component
class FollowAccount implements StandingObserver {

    private final Members members;
    private final Outbox outbox;

    FollowAccount(Members members, Outbox outbox) {
        this.members = members;
        this.outbox = outbox;
    }

    @Override
    public void standingsChanged(List<Change> changes) {
        var moved = Change.moved(changes);
        if (moved.isEmpty()) return;
        var ids = moved.keySet().stream().map(MemberId::value).toList();
        outbox.appendAll(members.withAccounts(ids).entrySet().stream()
                .map(one -> new Outbox.Entry(
                        AskAccount.TYPE,
                        "member:" + one.getKey(),
                        one.getValue() + 1,
                        null,
                        new AccountAsked(one.getKey(), Objects.requireNonNull(moved.get(new MemberId(one.getKey()))))))
                .toList());
    }
}
