package cn.dangjian.member.person.account;

import cn.dangjian.member.person.register.Members;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hears which account identity has opened for whom; a person keeps the one that he has. */
@Component
class AccountListener {

    private final Members members;
    private final FollowAccount followAccount;

    AccountListener(Members members, FollowAccount followAccount) {
        this.members = members;
        this.followAccount = followAccount;
    }

    record Opened(long member, long account) {}

    @Hears("identity.member-account-opened.v1")
    void on(List<Event<Opened>> events) {
        for (var event : events) {
            long account = event.data().account();
            if (members.bind(event.data().member(), account)) followAccount.bound(account);
        }
    }
}
