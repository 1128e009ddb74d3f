package cn.dangjian.identity.member;

import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import org.springframework.stereotype.Component;

/** Hears that a branch wants one of its members to sign in. */
@Component
class MemberAccountListener {

    private final OpenMemberAccount openMemberAccount;

    MemberAccountListener(OpenMemberAccount openMemberAccount) {
        this.openMemberAccount = openMemberAccount;
    }

    /** @param unit that the member belongs to */
    record AccountAsked(long member, long unit) {}

    @Hears(value = "member.account-asked.v1", order = Order.OWN)
    void on(Event<AccountAsked> asked) {
        openMemberAccount.open(asked);
    }
}
