package cn.dangjian.organization.tree.rollup;

import cn.dangjian.organization.tree.rollup.RollupTable.Cell;
import java.util.HashMap;
import java.util.Map;

/** Changes of totals: what changes at a unit changes at all that are above it. */
final class Totals {

    private final Map<Cell, Integer> changes = new HashMap<>();

    void add(String path, String figure, int units) {
        for (var place : Segments.above(path, "")) {
            changes.merge(new Cell(place.unit(), figure), units, Integer::sum);
        }
    }

    Map<Cell, Integer> changes() {
        return changes;
    }
}
