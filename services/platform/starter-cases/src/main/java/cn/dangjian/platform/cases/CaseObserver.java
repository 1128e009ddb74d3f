package cn.dangjian.platform.cases;

import cn.dangjian.platform.directory.UnitId;
import java.util.Collection;

/** A room that must do something when cases are opened, taken on or handed over, whatever their kind. */
public interface CaseObserver {

    /**
     * Runs in the transaction that does it, after the rows were written.
     *
     * @param units that take part in them; of those that went over to another unit, the one that has them now, and the one
     *     before if it has ended
     */
    void casesChanged(String kind, Collection<UnitId> units);
}
