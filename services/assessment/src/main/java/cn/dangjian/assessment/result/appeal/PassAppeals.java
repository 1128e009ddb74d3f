package cn.dangjian.assessment.result.appeal;

import cn.dangjian.assessment.result.appeal.Appeal.State;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.directory.heir.Estate;
import org.springframework.stereotype.Component;

/**
 * The heir of a unit goes on with what it has contested, and that of a scheme's owner decides; of the score of the unit that
 * has filed it. Without an heir it ends.
 */
@Component
class PassAppeals implements Estate {

    private final Cases<State, AppealStep> cases;

    PassAppeals(CaseStore store) {
        this.cases = store.of(AppealStep.KIND);
    }

    @Override
    public void pass(Passing passing) {
        var to = passing.to();
        if (to == null) cases.end(passing.from(), null, passing.ended(), passing.subject(), passing.at());
        else cases.handOver(passing.from(), to, passing.handedOver(), passing.subject(), passing.at());
    }
}
