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
import java.util.Optional;
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
        var unit = asked.unit();
        var month = asked.month();
        var path = path(asked);
        var there = directory.below(unit.id());
        var headings = headings(there);
        boolean open = !month.isBefore(days.today().withDayOfMonth(1));
        var moved = asked.tree() == Tree.NOW
                ? movedQueries.list(path, measures, month, asked, days.today())
                : List.<Moved>of();

        var totals = new HashMap<String, Long>();
        var revised = new HashMap<String, Instant>();
        var fresh = new HashMap<String, Long>();
        var closed = month.plusMonths(1);
        for (var cell : queries.list(List.of(path), measures, asked.slot(), month)) {
            totals.put(cell.measure(), cell.value());
            if (open) fresh.put(cell.measure(), cell.grown());
            var at = cell.revisedAt();
            if (at != null && !days.dayOf(at).isBefore(closed)) revised.put(cell.measure(), at);
        }
        var own = new HashMap<>(queries.listOwn(unit.id().value(), measures, asked.slot(), month));
        for (var one : moved) {
            totals.merge(one.measure(), one.at(path), Long::sum);
            own.merge(one.measure(), one.own(unit.id().value(), path), Long::sum);
        }
        var cells = new ArrayList<>(cellsBelow(path, headings, measures, asked.slot(), month));
        cells.addAll(below(path, headings, moved));
        var elsewhere = new HashMap<String, Long>();
        boolean today = open || asked.tree() == Tree.NOW;
        var children = children(cells, there, today, scope, elsewhere);
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
        var stood = queries.findPaths(unit.id().value(), month);
        String path = stood.now() == null ? unit.path() : stood.now();
        String old = stood.before() == null ? unit.path() : stood.before();
        var totals = new HashMap<String, Long>();
        var before = new HashMap<String, Long>();
        for (var whole : queries.listWholes(path, measures, month)) {
            totals.put(whole.measure(), whole.value());
            if (path.equals(old)) before.put(whole.measure(), whole.before());
        }
        if (!path.equals(old))
            for (var cell : queries.list(List.of(old), measures, "", month.minusMonths(1)))
                before.put(cell.measure(), cell.value());
        var there = directory.below(unit.id());
        var cells = cellsBelow(path, headings(there), measures, "", month);
        return new Screen(totals, before, children(cells, there, true, scope, new HashMap<>()));
    }

    /** What stands directly below a path, and below the headings there. */
    private List<Cell> cellsBelow(
            String path, Set<String> headings, Collection<Measure> measures, String slot, LocalDate month) {
        var parents = new ArrayList<>(headings);
        parents.add(path);
        return queries.listBelow(parents, measures, slot, month).stream()
                .filter(cell -> !headings.contains(cell.path()))
                .toList();
    }

    private String path(Asked asked) {
        if (asked.tree() == Tree.NOW) return asked.unit().path();
        return queries.findPath(asked.unit().id().value(), asked.month())
                .orElse(asked.unit().path());
    }

    /** By how much the sums directly below a path are other ones on today's tree. */
    private static List<Cell> below(String path, Set<String> headings, List<Moved> moved) {
        var cells = new ArrayList<Cell>();
        for (var one : moved) {
            var children = new HashSet<String>();
            for (var end : List.of(one.then(), one.now()))
                child(end, path, headings).ifPresent(children::add);
            for (var child : children) cells.add(new Cell(child, one.measure(), one.slot(), one.at(child), null, 0));
        }
        return cells;
    }

    /** The child below which something stands: nobody is where a group of division codes is. */
    private static Optional<String> child(String path, String above, Set<String> headings) {
        if (!path.startsWith(above)) return Optional.empty();
        int end = above.length() + TreePath.SEGMENT;
        while (end < path.length() && headings.contains(path.substring(0, end))) end += TreePath.SEGMENT;
        return end > path.length() ? Optional.empty() : Optional.of(path.substring(0, end));
    }

    /** The parts of a measure at and below a unit, without those that are nothing. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Map<String, Long> parts(Asked asked, Measure measure, Grouping grouping) {
        if (!grouping.isKept()) return bySector(parts(asked, measure, Grouping.KIND));
        var path = path(asked);
        var parts = new TreeMap<String, Long>();
        for (var cell : queries.listParts(path, measure, grouping, asked.month()))
            parts.merge(cell.slot(), cell.value(), Long::sum);
        if (asked.tree() == Tree.NOW)
            for (var one : movedQueries.listParts(path, measure, grouping, asked.month(), days.today()))
                parts.merge(one.slot(), one.at(path), Long::sum);
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
        var path = asked.unit().path();
        var moved = new HashMap<YearMonth, Map<String, Long>>();
        for (var one : movedQueries.list(path, asked.measures(), first, asked, days.today()))
            moved.computeIfAbsent(YearMonth.from(one.month()), month -> new HashMap<>())
                    .merge(one.measure(), one.at(path), Long::sum);
        return moved;
    }

    /** Paths of groups of division codes directly below a unit: nobody is there, and what is below stands here. */
    private static Set<String> headings(Directory.Below there) {
        var paths = new HashSet<String>();
        there.headings().forEach(heading -> paths.add(heading.path()));
        return paths;
    }

    /** @param today whether those that have nothing are shown, too */
    private List<Sheet.Row> children(
            List<Cell> cells, Directory.Below there, boolean today, Scope scope, Map<String, Long> elsewhere) {
        var sums = new HashMap<String, Map<String, Long>>();
        for (var cell : cells)
            sums.computeIfAbsent(cell.path(), path -> new HashMap<>()).merge(cell.measure(), cell.value(), Long::sum);
        var units = new HashMap<Long, Unit>();
        there.organizations().forEach(child -> units.put(child.id().value(), child));
        var others = new HashSet<Long>();
        for (String path : sums.keySet()) if (!units.containsKey(TreePath.unit(path))) others.add(TreePath.unit(path));
        directory.named(others).forEach(child -> units.put(child.id().value(), child));

        var rows = new TreeMap<String, Sheet.Row>();
        if (today)
            for (var child : there.organizations())
                if (scope.contains(child)) rows.put(child.path(), new Sheet.Row(child, child.path(), new HashMap<>()));
        sums.forEach((path, values) -> {
            var child = units.get(TreePath.unit(path));
            if (child == null || !scope.contains(child))
                values.forEach((measure, value) -> elsewhere.merge(measure, value, Long::sum));
            else if ((child.path().equals(path) && !child.isAbolished())
                    || values.values().stream().anyMatch(value -> value != 0))
                rows.computeIfAbsent(path, stood -> new Sheet.Row(child, stood, new HashMap<>()))
                        .values()
                        .putAll(values);
        });
        return List.copyOf(rows.values());
    }

    /** The totals in a month at some paths of then, by path and measure; what is nothing may be missing. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Map<String, Map<String, Long>> totals(
            Collection<String> paths, Collection<Measure> measures, LocalDate month) {
        var totals = new HashMap<String, Map<String, Long>>();
        for (var cell : queries.list(paths, measures, "", month))
            totals.computeIfAbsent(cell.path(), path -> new HashMap<>()).put(cell.measure(), cell.value());
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
        var paths = new ArrayList<>(List.of(path));
        paths.addAll(TreePath.above(path));
        var values = new HashMap<String, Long>();
        queries.list(paths, List.of(measure), slot, month).forEach(cell -> values.put(cell.path(), cell.value()));
        var units = new HashMap<Long, Unit>();
        directory
                .named(paths.stream().map(TreePath::unit).toList())
                .forEach(each -> units.put(each.id().value(), each));
        return paths.stream()
                .map(each -> new Fed(units.get(TreePath.unit(each)), values.getOrDefault(each, 0L)))
                .toList();
    }

    /** @param unit null if it is not known here any more */
    public record Fed(@Nullable Unit unit, long value) {}
}
