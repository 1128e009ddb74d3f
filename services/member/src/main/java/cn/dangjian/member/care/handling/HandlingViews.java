package cn.dangjian.member.care.handling;

import cn.dangjian.member.care.handling.Handling.State;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.directory.desk.Desk;
import org.springframework.stereotype.Component;

/** Puts together what is shown of a case. */
@Component
class HandlingViews {

    private final Cases<State, HandlingStep> cases;

    HandlingViews(CaseStore store) {
        this.cases = store.of(HandlingStep.KIND);
    }

    HandlingView of(Handling handling, Desk desk) {
        return new HandlingView(handling, cases.journal(handling.id(), desk.scope()));
    }
}
