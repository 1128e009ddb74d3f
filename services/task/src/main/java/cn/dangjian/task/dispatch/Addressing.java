package cn.dangjian.task.dispatch;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import java.util.List;

/** What the room of assignments does for a dispatch: one assignment for each unit addressed. */
public interface Addressing {

    /** A unit with the assignment that it was given. */
    record Addressed(long id, UnitId unit) {}

    /**
     * Gives each unit that fits the target an assignment, as one statement.
     *
     * @param subtree of the issuer; only units strictly below the unit at which it begins are addressed
     * @return how many units were addressed
     */
    int address(DispatchId dispatch, Target target, Scope subtree);

    /** All units addressed, in the order of their assignments. */
    List<Addressed> addressed(DispatchId dispatch);
}
