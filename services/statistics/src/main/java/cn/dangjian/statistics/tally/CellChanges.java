package cn.dangjian.statistics.tally;

import cn.dangjian.statistics.place.TreePath;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** What is to be added to which cells: merged, so that each cell is written once, and in an order that all keep. */
class CellChanges {

    private static final Comparator<Cell> ORDER =
            Comparator.comparingLong(Cell::dispatch).thenComparing(Cell::path);

    private final TreeMap<Cell, Figures> changes = new TreeMap<>(ORDER);

    /** The sums of one dispatch below one path. */
    record Cell(long dispatch, String path) {}

    /** A fact is no longer what it was. */
    void replace(Fact before, Fact after) {
        count(before, Figures.NONE.minus(before.figures()));
        count(after, after.figures());
    }

    private void count(Fact fact, Figures figures) {
        var place = fact.counted();
        if (place == null || figures.equals(Figures.NONE)) return;
        for (String above : TreePath.above(place.path())) add(new Cell(fact.dispatch(), above), figures);
        if (place.line() == null) return;
        for (String above : TreePath.above(place.line())) add(new Cell(fact.dispatch(), above), figures);
    }

    void add(Cell cell, Figures figures) {
        changes.merge(cell, figures, Figures::plus);
    }

    /** Cells and what is added to each, without those that stay as they are. */
    Map<Cell, Figures> changed() {
        changes.values().removeIf(Figures.NONE::equals);
        return changes;
    }
}
