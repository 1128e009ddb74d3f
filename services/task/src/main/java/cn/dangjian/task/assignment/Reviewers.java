package cn.dangjian.task.assignment;

import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.task.dispatch.DispatchId;
import cn.dangjian.task.dispatch.Origins;
import cn.dangjian.task.flow.Breakdown;
import org.springframework.stereotype.Component;

/**
 * Who reviews: of a part the unit that forwarded it, or goes on with what that one had, if it is above still; of anything else the organisation directly above in the hierarchy by which the task came down. Who has nobody above it in a line any
 * more is reviewed by territory.
 */
@Component
class Reviewers {

    private final Origins origins;
    private final Breakdown breakdown;

    Reviewers(Origins origins, Breakdown breakdown) {
        this.origins = origins;
        this.breakdown = breakdown;
    }

    /** @param assignment that the desk sees */
    boolean isReviewer(Assignment assignment, Desk desk) {
        return breakdown.isPartOf(assignment.id(), desk.unit().id()).orElseGet(() -> desk.known(assignment.unitId())
                .filter(unit -> isDirectlyAbove(desk, unit, assignment.dispatchId()))
                .isPresent());
    }

    private boolean isDirectlyAbove(Desk desk, Unit unit, DispatchId dispatch) {
        boolean byLine = origins.hierarchy(dispatch) == Hierarchy.LINE && unit.isBelowInLine();
        return byLine ? desk.unit().isAboveInLine(unit) : desk.isDirectlyAbove(unit);
    }
}
