package cn.dangjian.organization.people.filing;

import cn.dangjian.organization.people.filing.Filing.State;
import cn.dangjian.organization.tree.hanging.Departure;
import cn.dangjian.organization.tree.hanging.Hanging;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import java.util.List;
import org.springframework.stereotype.Component;

/** 备案随村撤并: nobody is put on file as the secretary of a village that there is no more. */
@Component
class EndFilings implements Hanging {

    private final Cases<State, FilingStep> cases;

    EndFilings(CaseStore store) {
        this.cases = store.of(FilingStep.KIND);
    }

    @Override
    public void unitsEnded(List<Departure> ended) {
        ended.forEach(one -> cases.end(one.unit(), State.WITHDRAWN, one.reason(), one.subject(), one.at()));
    }
}
