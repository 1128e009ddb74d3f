package cn.dangjian.assessment.result.consequence;

import cn.dangjian.assessment.result.consequence.Consequence.State;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.directory.heir.Estate;
import org.springframework.stereotype.Component;

/** What is open about a unit ends with it, as it stands: no heir is charged with what it has not done. */
@Component
class PassConsequences implements Estate {

    private final Cases<State, ConsequenceStep> cases;

    PassConsequences(CaseStore store) {
        this.cases = store.of(ConsequenceStep.KIND);
    }

    @Override
    public void pass(Passing passing) {
        cases.end(passing.from(), null, passing.ended(), passing.subject(), passing.at());
    }
}
