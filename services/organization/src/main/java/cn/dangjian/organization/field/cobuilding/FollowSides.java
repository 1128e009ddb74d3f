package cn.dangjian.organization.field.cobuilding;

import cn.dangjian.organization.field.cobuilding.Project.State;
import cn.dangjian.organization.tree.hanging.Departure;
import cn.dangjian.organization.tree.hanging.Hanging;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import java.util.List;
import org.springframework.stereotype.Component;

/** 共建项目承继: an open project goes on with the heir of either side; without one it ends as it stands. */
@Component
class FollowSides implements Hanging {

    private final Cases<State, Project> cases;

    FollowSides(CaseStore store) {
        this.cases = store.of(Project.KIND);
    }

    @Override
    public void unitsEnded(List<Departure> ended) {
        for (var one : ended) {
            if (one.heir() == null) cases.end(one.unit(), null, one.reason(), one.subject(), one.at());
            else cases.handOver(one.unit(), one.heir(), one.reason(), one.subject(), one.at());
        }
    }
}
