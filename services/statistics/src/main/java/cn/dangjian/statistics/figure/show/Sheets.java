package cn.dangjian.statistics.figure.show;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.statistics.figure.catalogue.Measure;
import cn.dangjian.statistics.figure.show.FigureQueries.Cell;
import cn.dangjian.statistics.place.TreePath;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the figures of units, all of an answer of one moment, so that they add up. */
@Component
public class Sheets {

    private final FigureQueries queries;
    private final Directory directory;
    private final Days days;

    Sheets(FigureQueries queries, Directory directory, Days days) {
        this.queries = queries;
        this.directory = directory;
        this.days = days;
    }

    /**
     * The figures of a unit in a month, beside those of another month if one is named.
     *
     * @param slot the part of the measures; empty for the whole
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Pair read(
            Unit unit,
            Collection<Measure> measures,
            String slot,
            LocalDate month,
            @Nullable LocalDate before,
            Scope scope) {
        var now = sheet(unit, measures, slot, month, scope);
        if (before == null) return new Pair(now, null, List.of(month));
        return new Pair(now, sheet(unit, measures, slot, before, scope), List.of(month, before));
    }

    /**
     * @param before null if none was asked for
     * @param months of both
     */
    public record Pair(Sheet now, @Nullable Sheet before, List<LocalDate> months) {}

    private Sheet sheet(Unit unit, Collection<Measure> measures, String slot, LocalDate month, Scope scope) {
        var path = queries.findPath(unit.id().value(), month).orElse(unit.path());
        var headings = headings(unit);
        var parents = new ArrayList<>(headings.keySet());
        parents.add(path);
        boolean open = !month.isBefore(days.today().withDayOfMonth(1));

        var totals = new HashMap<String, Long>();
        var revised = new HashMap<String, Instant>();
        var closed = month.plusMonths(1);
        for (var cell : queries.list(List.of(path), measures, slot, month)) {
            totals.put(cell.measure(), cell.value());
            var at = cell.revisedAt();
            if (at != null && !days.dayOf(at).isBefore(closed)) revised.put(cell.measure(), at);
        }
        var cells = queries.listBelow(parents, measures, slot, month).stream()
                .filter(cell -> !headings.containsKey(cell.path()))
                .toList();
        var elsewhere = new HashMap<String, Long>();
        var children = children(unit, cells, open, scope, elsewhere);
        return new Sheet(
                totals, queries.listOwn(unit.id().value(), measures, slot, month), children, elsewhere, revised);
    }

    /** Groups of division codes directly below a unit, by their paths: nobody is there, and what is below stands here. */
    private Map<String, Unit> headings(Unit unit) {
        var headings = new HashMap<String, Unit>();
        var others = new ArrayList<>(directory.asParents(unit.id()));
        others.remove(unit.id().value());
        if (others.isEmpty()) return headings;
        directory.named(others).forEach(heading -> headings.put(heading.path(), heading));
        return headings;
    }

    private List<Sheet.Row> children(
            Unit unit, List<Cell> cells, boolean open, Scope scope, Map<String, Long> elsewhere) {
        var ids = new HashSet<Long>();
        cells.forEach(cell -> ids.add(TreePath.unit(cell.path())));
        if (open) ids.addAll(queries.listChildren(directory.asParents(unit.id())));
        var units = new HashMap<Long, Unit>();
        directory.named(ids).forEach(child -> units.put(child.id().value(), child));

        var rows = new TreeMap<String, Sheet.Row>();
        for (var child : units.values())
            if (open && child.parentId() != null && !child.isHeading() && !child.isAbolished() && scope.contains(child))
                rows.put(child.path(), new Sheet.Row(child, child.path(), new HashMap<>()));
        for (var cell : cells) {
            var child = units.get(TreePath.unit(cell.path()));
            if (child == null || !scope.contains(child)) elsewhere.merge(cell.measure(), cell.value(), Long::sum);
            else
                rows.computeIfAbsent(cell.path(), path -> new Sheet.Row(child, path, new HashMap<>()))
                        .values()
                        .put(cell.measure(), cell.value());
        }
        return List.copyOf(rows.values());
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
