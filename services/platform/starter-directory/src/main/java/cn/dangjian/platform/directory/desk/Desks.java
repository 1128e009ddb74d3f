package cn.dangjian.platform.directory.desk;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.web.caller.Caller;

/** The desks of callers who have left the door: of work that goes on in their name after the request was answered. */
public class Desks {

    private final Directory directory;
    private final Days days;

    public Desks(Directory directory, Days days) {
        this.directory = directory;
        this.days = days;
    }

    /**
     * From where the caller acts now, by territory.
     *
     * @throws cn.dangjian.platform.web.problem.ProblemException 403 {@code caller.unit-unknown} if the unit is gone
     */
    public Desk of(Caller caller) {
        var unit = directory.unitOf(caller);
        return new Desk(caller, unit, Scope.subtree(unit.path()), directory, days);
    }
}
