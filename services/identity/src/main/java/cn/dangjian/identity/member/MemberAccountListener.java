package cn.dangjian.identity.member;

import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import org.springframework.stereotype.Component;

/** Hears that a branch wants one of its members to sign in, and that he is to do so no more. */
@Component
class MemberAccountListener {

    private final OpenMemberAccount openMemberAccount;
    private final EndMemberAccount endMemberAccount;

    MemberAccountListener(OpenMemberAccount openMemberAccount, EndMemberAccount endMemberAccount) {
        this.openMemberAccount = openMemberAccount;
        this.endMemberAccount = endMemberAccount;
    }

    /** @param unit that the member belongs to */
    record AccountAsked(long member, long unit) {}

    record AccountEnded(long member) {}

    @Hears(value = "member.account-asked.v1", order = Order.OWN)
    void on(Event<AccountAsked> asked) {
        openMemberAccount.open(asked);
    }

    @Hears(value = "member.account-ended.v1", order = Order.OWN)
    void onEnd(Event<AccountEnded> ended) {
        endMemberAccount.end(ended);
    }
}
