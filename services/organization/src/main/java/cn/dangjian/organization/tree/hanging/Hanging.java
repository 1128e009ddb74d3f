package cn.dangjian.organization.tree.hanging;

import java.util.List;

/**
 * A room that hangs something on units; what becomes of each of its tables stands in {@code META-INF/hanging.properties},
 * and a test misses the tables that stand in neither. Everything here runs in the transaction that makes the tree of the
 * day, may come again, and then finds nothing left to do. It may also come for a day that is over: what was entered for
 * the days since belongs to whom it would have belonged.
 */
public interface Hanging {

    /**
     * Units have ended, all on one day; they stand in table {@code unit_departure} with the unit that goes on
     * ({@code heir_id}), the heir or else the one above ({@code goes_to}), and why.
     */
    default void unitsEnded(List<Departure> ended) {}

    /**
     * Units came under another one, with all that is below them, or took over what others had; they stand in table
     * {@code unit_removal} with the interval of the paths that are concerned.
     */
    default void unitsMoved() {}
}
