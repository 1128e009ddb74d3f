package cn.dangjian.organization.tree.announcement;

import cn.dangjian.platform.directory.Unit;
import java.util.List;

/** A room that keeps something about units as they are today. */
public interface UnitsMade {

    /** Runs before in that transaction: what the units that a change touches are until then. */
    default void making(List<Unit> units) {}

    /** Runs in the transaction that made these units what they are. */
    void made(List<Unit> units);
}
