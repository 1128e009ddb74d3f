package cn.dangjian.assessment.result.grade;

import cn.dangjian.assessment.result.grade.Grading.State;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.directory.heir.Estate;
import org.springframework.stereotype.Component;

/** The heir of whoever has graded goes on with a grading that is not on file; without an heir it ends. */
@Component
class PassGradings implements Estate {

    private final Cases<State, GradingStep> cases;

    PassGradings(CaseStore store) {
        this.cases = store.of(GradingStep.KIND);
    }

    @Override
    public void pass(Passing passing) {
        var to = passing.to();
        if (to == null) cases.end(passing.from(), null, passing.ended(), passing.subject(), passing.at());
        else cases.handOver(passing.from(), to, passing.handedOver(), passing.subject(), passing.at());
    }
}
