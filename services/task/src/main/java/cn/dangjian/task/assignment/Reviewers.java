package cn.dangjian.task.assignment;

import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.task.dispatch.DispatchId;
import cn.dangjian.task.dispatch.Origins;
import org.springframework.stereotype.Component;

/**
 * Who reviews: the organisation directly above in the hierarchy by which the task came down. Who has nobody above it in a line any
 * more is reviewed by territory.
 */
@Component
class Reviewers {

    private final Origins origins;

    Reviewers(Origins origins) {
        this.origins = origins;
    }

    /** @param assignment that the desk sees */
    boolean isReviewer(Assignment assignment, Desk desk) {
        return desk.known(assignment.unitId())
                .filter(unit -> isDirectlyAbove(desk, unit, assignment.dispatchId()))
                .isPresent();
    }

    private boolean isDirectlyAbove(Desk desk, Unit unit, DispatchId dispatch) {
        boolean byLine = origins.hierarchy(dispatch) == Hierarchy.LINE && unit.isBelowInLine();
        return byLine ? desk.unit().isAboveInLine(unit) : desk.isDirectlyAbove(unit);
    }
}
