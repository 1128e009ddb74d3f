package cn.dangjian.member.person.account;

import cn.dangjian.member.person.register.Member;
import cn.dangjian.member.person.register.MemberRefusal;
import cn.dangjian.member.person.register.Members;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.events.Outbox;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 开通账号: a unit asks identity for an account for somebody of its files; asked again, it is the same one. */
@Service
class AskAccount {

    static final String TYPE = "member.account-asked.v1";

    private final Members members;
    private final Outbox outbox;

    AskAccount(Members members, Outbox outbox) {
        this.members = members;
        this.outbox = outbox;
    }

    /** The data of {@code contracts/events/account-asked.v1}. */
    record AccountAsked(long member, UnitId unit) {}

    @Transactional
    Member ask(long id, Desk desk) {
        var member = members.hold(id, desk.scope()).orElseThrow(MemberRefusal.UNKNOWN);
        AccountRefusal.OUT.when(member.status().isOut());

        members.touch(List.of(id));
        outbox.append(TYPE, "member:" + id, member.version() + 1, desk.subject(), new AccountAsked(id, member.unit()));
        return members.find(id, desk.scope()).orElseThrow();
    }
}
