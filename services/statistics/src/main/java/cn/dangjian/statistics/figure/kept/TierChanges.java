package cn.dangjian.statistics.figure.kept;

import cn.dangjian.statistics.figure.catalogue.Catalogue;
import cn.dangjian.statistics.figure.catalogue.Grouping;
import cn.dangjian.statistics.figure.catalogue.Kind;
import cn.dangjian.statistics.place.TreePath;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is to be added to which sums: merged, so that each is written once, and in an order that all keep. */
class TierChanges {

    private static final Comparator<Cell> ORDER = Comparator.comparing(Cell::path)
            .thenComparing(Cell::measure)
            .thenComparing(Cell::slot)
            .thenComparing(Cell::month);

    private final Catalogue catalogue;
    private final LocalDate open;
    private final TreeMap<Cell, Long> cells = new TreeMap<>(ORDER);
    private final TreeMap<Cell, Long> today = new TreeMap<>(ORDER);

    /** @param open the open month */
    TierChanges(Catalogue catalogue, LocalDate open) {
        this.catalogue = catalogue;
        this.open = open;
    }

    /** A sum at a path, and with which month it grows. */
    record Cell(String path, String measure, String slot, LocalDate month) {}

    /** A value of a unit comes or goes. */
    void count(ValueRow row, int sign, List<Place> places) {
        count(row, sign, places, Integer.MAX_VALUE);
    }

    /** @param deepest how long the paths are of those for whom this is a change of the day; a unit that moves is none */
    void count(ValueRow row, int sign, List<Place> places, int deepest) {
        boolean flow = catalogue.get(row.measure()).kind() == Kind.FLOW;
        for (var place : places) {
            if (flow && place.holds(row.from())) add(row, place, row.from(), sign, deepest);
            if (flow) continue;
            var from = Months.later(row.from(), place.from());
            var to = Months.earlier(row.to(), place.to());
            if (!from.isBefore(to)) continue;
            add(row, place, from, sign, deepest);
            if (to.isBefore(Months.FOREVER)) add(row, place, to, -sign, deepest);
        }
    }

    private void add(ValueRow row, Place place, LocalDate month, int sign, int deepest) {
        var path = place.path();
        var measure = catalogue.get(row.measure());
        boolean now = measure.kind() == Kind.FLOW ? month.equals(open) : !month.isAfter(open);
        boolean shown = now && measure.shownFirst() && row.slot().isEmpty();
        for (int length = TreePath.SEGMENT; length <= path.length(); length += TreePath.SEGMENT) {
            var cell = new Cell(path.substring(0, length), row.measure(), row.slot(), month);
            cells.merge(cell, sign * row.value(), Long::sum);
            if (row.slot().isEmpty()) addByUnits(cell, place.sort(), sign * row.value());
            if (shown && length <= deepest)
                today.merge(new Cell(cell.path(), cell.measure(), "", open), sign * row.value(), Long::sum);
        }
    }

    /** Wholes are counted by what the unit is, too; parts are not, for they would be as many as persons. */
    private void addByUnits(Cell whole, Place.Sort sort, long value) {
        if (sort.kind().isEmpty()) return;
        for (var slot : List.of(Grouping.KIND.slot(sort.kind()), Grouping.DOMAIN.slot(sort.domain())))
            cells.merge(new Cell(whole.path(), whole.measure(), slot, whole.month()), value, Long::sum);
    }

    /** Sums and what is added to each, without those that stay as they are. */
    Map<Cell, Long> changed() {
        cells.values().removeIf(value -> value == 0);
        return cells;
    }

    /** By how much the open month has changed, of what first screens show. */
    Map<Cell, Long> changedToday() {
        today.values().removeIf(value -> value == 0);
        return today;
    }

    LocalDate open() {
        return open;
    }
}
