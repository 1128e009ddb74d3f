package cn.dangjian.member.person.account;

import cn.dangjian.member.person.account.AskAccount.AccountAsked;
import cn.dangjian.member.person.register.Members;
import cn.dangjian.member.person.standing.Period;
import cn.dangjian.member.person.standing.StandingObserver;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.events.Outbox;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
        Map<Long, UnitId> moved = new HashMap<>();
        for (var change : changes) {
            var unit = unit(change.after());
            if (unit != null && !change.before().isEmpty() && !Objects.equals(unit, unit(change.before())))
                moved.put(change.member().value(), unit);
        }
        if (moved.isEmpty()) return;
        outbox.appendAll(members.withAccounts(moved.keySet()).entrySet().stream()
                .map(one -> new Outbox.Entry(
                        AskAccount.TYPE,
                        "member:" + one.getKey(),
                        one.getValue() + 1,
                        null,
                        new AccountAsked(one.getKey(), Objects.requireNonNull(moved.get(one.getKey())))))
                .toList());
    }

    private static @Nullable UnitId unit(List<Period> periods) {
        return periods.isEmpty() ? null : periods.getLast().unitId();
    }
}
