package cn.dangjian.task.assignment;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.task.dispatch.DispatchId;
import cn.dangjian.task.dispatch.Origins;
import org.springframework.stereotype.Component;

/**
 * Who reviews: the unit directly above in the hierarchy by which the task came down. Who has nobody above it in a line any
 * more is reviewed by territory.
 */
@Component
class Reviewers {

    private final Directory directory;
    private final Origins origins;

    Reviewers(Directory directory, Origins origins) {
        this.directory = directory;
        this.origins = origins;
    }

    /** @param subtree of the caller, within which the assignment was found */
    boolean isReviewer(Caller caller, Assignment assignment, Scope subtree) {
        return directory
                .find(assignment.unitId(), subtree)
                .filter(unit -> isDirectlyAbove(directory.unitOf(caller), unit, assignment.dispatchId()))
                .isPresent();
    }

    private boolean isDirectlyAbove(Unit reviewer, Unit unit, DispatchId dispatch) {
        boolean byLine = origins.hierarchy(dispatch) == Hierarchy.LINE && unit.isBelowInLine();
        return byLine ? reviewer.isAboveInLine(unit) : reviewer.isParentOf(unit);
    }
}
