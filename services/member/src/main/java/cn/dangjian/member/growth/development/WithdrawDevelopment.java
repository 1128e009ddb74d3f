package cn.dangjian.member.growth.development;

import static cn.dangjian.member.growth.development.DevelopmentRefusal.UNKNOWN;
import static cn.dangjian.member.growth.development.DevelopmentStep.WITHDRAWN;

import cn.dangjian.member.growth.development.Development.State;
import cn.dangjian.member.person.standing.EventKind;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.version.Seen;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 终止培养: somebody is not taken along any more, for a reason. */
@Service
class WithdrawDevelopment {

    private final DevelopmentRepository developments;
    private final Becoming becoming;
    private final Cases<State, DevelopmentStep> cases;

    WithdrawDevelopment(DevelopmentRepository developments, Becoming becoming, CaseStore store) {
        this.developments = developments;
        this.becoming = becoming;
        this.cases = store.of(DevelopmentStep.KIND);
    }

    @Transactional
    Development withdraw(long id, String reason, Seen seen, Desk desk) {
        developments.lockMember(id);
        var held = cases.hold(id, desk).may(WITHDRAWN, Said.today(desk).note(reason), seen);
        var development = developments.find(id, desk.scope()).orElseThrow(UNKNOWN);

        held.take();
        // of whoever has died meanwhile, only the case is closed
        if (!becoming.isGone(development.member(), desk))
            becoming.tell(development.member(), EventKind.DROPPED, desk.today(), null, reason, desk);
        return developments.find(id, desk.scope()).orElseThrow(UNKNOWN);
    }
}
