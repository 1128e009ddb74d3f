package cn.dangjian.identity.member;

import cn.dangjian.identity.account.Accounts;
import cn.dangjian.identity.audit.Actor;
import cn.dangjian.identity.member.MemberAccountListener.AccountEnded;
import cn.dangjian.platform.events.Event;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 停用党员账号: locks the account of somebody who has died, was expelled or has left, and ends what is signed in with it. */
@Service
class EndMemberAccount {

    private final MemberAccountRepository members;
    private final Accounts accounts;

    EndMemberAccount(MemberAccountRepository members, Accounts accounts) {
        this.members = members;
        this.accounts = accounts;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void end(Event<AccountEnded> ended) {
        var known = members.lock(ended.data().member());
        if (known.isEmpty() || ended.version() <= known.get().version()) return;
        boolean locked = accounts.lock(known.get().accountId(), Actor.PLATFORM);
        members.update(known.get().end(locked, ended.version()));
    }
}
