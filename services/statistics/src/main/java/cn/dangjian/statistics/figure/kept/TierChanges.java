package cn.dangjian.statistics.figure.kept;

import cn.dangjian.statistics.figure.catalogue.Catalogue;
import cn.dangjian.statistics.figure.catalogue.Grouping;
import cn.dangjian.statistics.figure.catalogue.Kind;
import cn.dangjian.statistics.place.TreePath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is to be added to which sums: merged, so that each is written once, and in an order that all keep. It is gathered where
 * it happens and carried up tier by tier, so that what many units have in common is added up once for those above them. What a
 * unit takes along when it moves comes to nothing at all that are below it.
 */
class TierChanges {

    private static final Comparator<Change> ORDER = Comparator.comparingLong((Change change) -> change.sum.parent)
            .thenComparing(change -> change.sum.measure)
            .thenComparing(change -> change.sum.slot)
            .thenComparingLong(change -> change.sum.unit)
            .thenComparing(change -> change.sum.month);

    private final Catalogue catalogue;
    private final LocalDate open;
    private final Map<Cell, Long> cells = new HashMap<>();
    private final Map<Cell, Long> today = new HashMap<>();

    /** @param open the open month */
    TierChanges(Catalogue catalogue, LocalDate open) {
        this.catalogue = catalogue;
        this.open = open;
    }

    /** What happened at a path, and with which month. */
    private record Cell(String path, String measure, String slot, LocalDate month) {

        Cell of(String slot) {
            return new Cell(path, measure, slot, month);
        }

        Cell at(int length) {
            return new Cell(path.substring(0, length), measure, slot, month);
        }

        Sum sum() {
            return new Sum(TreePath.parentUnit(path), TreePath.unit(path), measure, slot, month);
        }
    }

    /** A sum of a unit as far as it stood below a parent, and with which month it grows. */
    record Sum(long parent, long unit, String measure, String slot, LocalDate month) {

        /** Wherever it stood, and of all months. */
        Sum whole() {
            return new Sum(TreePath.NOBODY, unit, measure, slot, Months.ALWAYS);
        }
    }

    /** What is added to a sum. */
    record Change(Sum sum, long value) {}

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
        var measure = catalogue.get(row.measure());
        boolean now = measure.kind() == Kind.FLOW ? month.equals(open) : !month.isAfter(open);
        long value = sign * row.value();
        var cell = new Cell(place.path(), row.measure(), row.slot(), month);
        cells.merge(cell, value, Long::sum);
        if (!row.slot().isEmpty()) return;
        addByUnits(cell, place.sort(), value);
        if (now && measure.shownFirst() && deepest >= TreePath.SEGMENT)
            today.merge(new Cell(upTo(deepest, place.path()), row.measure(), "", open), value, Long::sum);
    }

    private static String upTo(int deepest, String path) {
        if (path.length() <= deepest) return path;
        return path.substring(0, deepest - deepest % TreePath.SEGMENT);
    }

    /** Wholes are counted by what the unit is, too; parts are not, for they would be as many as persons. */
    private void addByUnits(Cell whole, Place.Sort sort, long value) {
        if (sort.kind().isEmpty()) return;
        cells.merge(whole.of(Grouping.KIND.slot(sort.kind())), value, Long::sum);
        cells.merge(whole.of(Grouping.DOMAIN.slot(sort.domain())), value, Long::sum);
    }

    /** Sums and what is added to each, without those that stay as they are. */
    List<Change> changed() {
        return sums(cells);
    }

    /** By how much the open month has changed, of what first screens show. */
    List<Change> changedToday() {
        return sums(today);
    }

    /** Of those where it happened, and of all above them. */
    private static List<Change> sums(Map<Cell, Long> happened) {
        var byLength = new TreeMap<Integer, Map<Cell, Long>>();
        happened.forEach((cell, value) -> byLength.computeIfAbsent(cell.path.length(), length -> new HashMap<>())
                .put(cell, value));
        var sums = new HashMap<Sum, Long>();
        while (!byLength.isEmpty()) {
            var deepest = byLength.pollLastEntry();
            int above = deepest.getKey() - TreePath.SEGMENT;
            deepest.getValue().forEach((cell, value) -> {
                if (value == 0) return;
                sums.merge(cell.sum(), value, Long::sum);
                if (above >= TreePath.SEGMENT)
                    byLength.computeIfAbsent(above, length -> new HashMap<>()).merge(cell.at(above), value, Long::sum);
            });
        }
        var changes = new ArrayList<Change>();
        sums.forEach((sum, value) -> {
            if (value != 0) changes.add(new Change(sum, value));
        });
        changes.sort(ORDER);
        return changes;
    }

    LocalDate open() {
        return open;
    }
}
