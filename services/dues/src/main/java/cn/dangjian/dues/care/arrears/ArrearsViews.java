package cn.dangjian.dues.care.arrears;

import cn.dangjian.dues.care.arrears.ArrearsCase.State;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.directory.desk.Desk;
import org.springframework.stereotype.Component;

/** Puts a case and its journal together. */
@Component
class ArrearsViews {

    private final Cases<State, ArrearsStep> cases;

    ArrearsViews(CaseStore store) {
        this.cases = store.of(ArrearsStep.KIND);
    }

    ArrearsView of(ArrearsCase arrears, Desk desk) {
        return new ArrearsView(arrears, cases.journal(arrears.id(), desk.scope()));
    }
}
