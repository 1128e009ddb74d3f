package cn.dangjian.platform.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A room that must do something when units appear, move or are abolished. */
public interface UnitObserver {

    /**
     * One unit that has changed.
     *
     * @param before null if this service had not heard of the unit
     */
    record Change(@Nullable Unit before, Unit after) {}

    /** Runs in the transaction that changes the directory, after the rows were written; called again after a crash. */
    void unitsChanged(List<Change> changes);
}
