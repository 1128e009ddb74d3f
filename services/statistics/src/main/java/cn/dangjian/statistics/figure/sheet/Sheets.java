package cn.dangjian.statistics.figure.sheet;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.directory.sector.Sector;
import cn.dangjian.statistics.figure.catalogue.Grouping;
import cn.dangjian.statistics.figure.catalogue.Measure;
import cn.dangjian.statistics.figure.sheet.FigureQueries.Cell;
import cn.dangjian.statistics.place.TreePath;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the figures of units, all of an answer of one moment, so that they add up. */
@Component
public class Sheets {

    private final FigureQueries queries;
    private final MovedQueries movedQueries;
    private final Directory directory;
    private final Days days;

    Sheets(FigureQueries queries, MovedQueries movedQueries, Directory directory, Days days) {
        this.queries = queries;
        this.movedQueries = movedQueries;
        this.directory = directory;
        this.days = days;
    }

    /**
     * The figures of a unit in a month, beside those of another month if one is named.
     *
     * @param measures those that are read, whatever was asked for
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Pair read(Asked asked, Collection<Measure> measures, @Nullable LocalDate before, Scope scope) {
        var now = sheet(asked, measures, scope);
        if (before == null) return new Pair(now, null, List.of(asked.month()));
        return new Pair(now, sheet(asked.in(before), measures, scope), List.of(asked.month(), before));
    }

    /**
     * @param before null if none was asked for
     * @param months of both
     */
    public record Pair(Sheet now, @Nullable Sheet before, List<LocalDate> months) {}

    private Sheet sheet(Asked asked, Collection<Measure> measures, Scope scope) {
        long unit = asked.unit().id().value();
        var month = asked.month();
        var there = directory.below(asked.unit().id());
        boolean open = !month.isBefore(days.today().withDayOfMonth(1));
        var headingsNow = headings(there);
        var headings = open ? headingsNow : queries.listHeadings(unit, month);
        var moved =
                asked.tree() == Tree.NOW ? movedQueries.list(measures, month, asked, days.today()) : List.<Moved>of();

        var totals = new HashMap<String, Long>();
        var revised = new HashMap<String, Instant>();
        var fresh = new HashMap<String, Long>();
        var closed = month.plusMonths(1);
        for (var cell : queries.list(List.of(unit), measures, asked.slot(), month)) {
            totals.put(cell.measure(), cell.value());
            if (open) fresh.put(cell.measure(), cell.grown());
            var at = cell.revisedAt();
            if (at != null && !days.dayOf(at).isBefore(closed)) revised.put(cell.measure(), at);
        }
        var own = new HashMap<>(queries.listOwn(unit, measures, asked.slot(), month));
        for (var one : moved) {
            totals.merge(one.measure(), one.at(unit), Long::sum);
            own.merge(one.measure(), one.own(unit), Long::sum);
        }
        var cells = new ArrayList<>(cellsBelow(unit, headings.keySet(), measures, asked.slot(), month));
        for (var one : moved)
            for (var shift : one.below(unit, headings.keySet(), headingsNow.keySet()))
                cells.add(new Cell(shift.parent(), shift.unit(), one.measure(), one.slot(), shift.value(), null, 0));
        var elsewhere = new HashMap<String, Long>();
        boolean today = open || asked.tree() == Tree.NOW;
        var above = new HashMap<>(headings);
        above.putAll(headingsNow);
        cells.removeIf(cell -> above.containsKey(cell.unit()));
        above.put(unit, asked.unit().path());
        var children = children(cells, above, there, today, scope, elsewhere);
        return new Sheet(totals, own, children, elsewhere, revised, fresh);
    }

    /**
     * What a unit sees first of the open month.
     *
     * @param totals by measure, as they are in the month before
     * @param children in the order of the tree
     */
    public record Screen(Map<String, Long> totals, Map<String, Long> before, List<Sheet.Row> children) {

        public long total(Measure measure) {
            return totals.getOrDefault(measure.code(), 0L);
        }

        public long before(Measure measure) {
            return before.getOrDefault(measure.code(), 0L);
        }
    }

    /** The wholes of the open month, with as few questions as it takes: everybody asks this in the morning. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Screen screen(Unit unit, Collection<Measure> measures, LocalDate month, Scope scope) {
        long id = unit.id().value();
        var totals = new HashMap<String, Long>();
        var before = new HashMap<String, Long>();
        for (var whole : queries.listWholes(id, measures, month)) {
            totals.put(whole.measure(), whole.value());
            before.put(whole.measure(), whole.before());
        }
        var there = directory.below(unit.id());
        var headings = headings(there);
        var cells = cellsBelow(id, headings.keySet(), measures, "", month);
        headings.put(id, unit.path());
        return new Screen(totals, before, children(cells, headings, there, true, scope, new HashMap<>()));
    }

    /** What stands directly below a unit, and below the headings there. */
    private List<Cell> cellsBelow(
            long unit, Set<Long> headings, Collection<Measure> measures, String slot, LocalDate month) {
        var parents = new ArrayList<>(headings);
        parents.add(unit);
        return queries.listBelow(parents, measures, slot, month).stream()
                .filter(cell -> !headings.contains(cell.unit()))
                .toList();
    }

    /** The parts of a measure at and below a unit, without those that are nothing. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Map<String, Long> parts(Asked asked, Measure measure, Grouping grouping) {
        if (!grouping.isKept()) return bySector(parts(asked, measure, Grouping.KIND));
        long unit = asked.unit().id().value();
        var parts = new TreeMap<String, Long>();
        for (var cell : queries.listParts(unit, measure, grouping, asked.month()))
            parts.merge(cell.slot(), cell.value(), Long::sum);
        if (asked.tree() == Tree.NOW)
            for (var one : movedQueries.listParts(asked, measure, grouping, days.today()))
                parts.merge(one.slot(), one.at(unit), Long::sum);
        parts.values().removeIf(value -> value == 0);
        return parts;
    }

    private static Map<String, Long> bySector(Map<String, Long> kinds) {
        var sectors = new TreeMap<String, Long>();
        kinds.forEach((slot, value) -> sectors.merge(
                Grouping.SECTOR.slot(Sector.of(Grouping.KIND.part(slot)).name()), value, Long::sum));
        sectors.values().removeIf(value -> value == 0);
        return sectors;
    }

    /**
     * What the totals of a unit are more on today's tree, from a month until the one that was asked for: of each month by
     * measure, without those that are nothing.
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Map<YearMonth, Map<String, Long>> moved(Asked asked, LocalDate first) {
        var moved = new HashMap<YearMonth, Map<String, Long>>();
        for (var one : movedQueries.list(asked.measures(), first, asked, days.today()))
            moved.computeIfAbsent(YearMonth.from(one.month()), month -> new HashMap<>())
                    .merge(one.measure(), one.at(asked.unit().id().value()), Long::sum);
        return moved;
    }

    /** Groups of division codes directly below a unit, and where: nobody is there, and what is below stands here. */
    private static Map<Long, String> headings(Directory.Below there) {
        var headings = new HashMap<Long, String>();
        there.headings().forEach(heading -> headings.put(heading.id().value(), heading.path()));
        return headings;
    }

    /** A child, and what it stood below. */
    private record Stood(long parent, long child) {}

    /**
     * @param above whose children these are, and where that stands
     * @param today whether those that have nothing are shown, too
     */
    private List<Sheet.Row> children(
            List<Cell> cells,
            Map<Long, String> above,
            Directory.Below there,
            boolean today,
            Scope scope,
            Map<String, Long> elsewhere) {
        var sums = new HashMap<Stood, Map<String, Long>>();
        for (var cell : cells)
            sums.computeIfAbsent(new Stood(cell.parent(), cell.unit()), stood -> new HashMap<>())
                    .merge(cell.measure(), cell.value(), Long::sum);
        var units = new HashMap<Long, Unit>();
        there.organizations().forEach(child -> units.put(child.id().value(), child));
        var others = new HashSet<Long>();
        for (var stood : sums.keySet()) if (!units.containsKey(stood.child())) others.add(stood.child());
        directory.named(others).forEach(child -> units.put(child.id().value(), child));

        var rows = new TreeMap<String, Sheet.Row>();
        if (today)
            for (var child : there.organizations())
                if (scope.contains(child)) rows.put(child.path(), new Sheet.Row(child, new HashMap<>()));
        sums.forEach((stood, values) -> {
            var child = units.get(stood.child());
            if (child == null || !scope.contains(child))
                values.forEach((measure, value) -> elsewhere.merge(measure, value, Long::sum));
            else if ((isBelow(child, stood.parent()) && !child.isAbolished())
                    || values.values().stream().anyMatch(value -> value != 0))
                rows.computeIfAbsent(
                                isBelow(child, stood.parent())
                                        ? child.path()
                                        : above.get(stood.parent()) + TreePath.segment(stood.child()),
                                path -> new Sheet.Row(child, new HashMap<>()))
                        .values()
                        .putAll(values);
        });
        return List.copyOf(rows.values());
    }

    private static boolean isBelow(Unit child, long parent) {
        return child.parentId() != null && child.parentId() == parent;
    }

    /** The totals of some units in a month, by unit and measure; what is nothing may be missing. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Map<Long, Map<String, Long>> totals(Collection<Long> units, Collection<Measure> measures, LocalDate month) {
        var totals = new HashMap<Long, Map<String, Long>>();
        for (var cell : queries.list(units, measures, "", month))
            totals.computeIfAbsent(cell.unit(), unit -> new HashMap<>()).put(cell.measure(), cell.value());
        return totals;
    }

    /** By how much the open month has changed at a unit since the day began, by measure. */
    public Map<String, Long> today(Unit unit, Collection<Measure> measures, LocalDate day) {
        return queries.listToday(unit.id().value(), measures, day);
    }

    /** The chain of totals that a value of a unit feeds, from the unit up, as far as the caller sees them. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Fed> fed(Unit unit, Measure measure, String slot, LocalDate month) {
        var path = queries.findPath(unit.id().value(), month).orElse(unit.path());
        var chain = TreePath.units(path).reversed();
        var values = new HashMap<Long, Long>();
        queries.list(chain, List.of(measure), slot, month).forEach(cell -> values.put(cell.unit(), cell.value()));
        var units = new HashMap<Long, Unit>();
        directory.named(chain).forEach(each -> units.put(each.id().value(), each));
        return chain.stream()
                .map(each -> new Fed(units.get(each), values.getOrDefault(each, 0L)))
                .toList();
    }

    /** @param unit null if it is not known here any more */
    public record Fed(@Nullable Unit unit, long value) {}
}
