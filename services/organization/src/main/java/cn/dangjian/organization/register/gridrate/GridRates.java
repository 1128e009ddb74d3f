package cn.dangjian.organization.register.gridrate;

import cn.dangjian.organization.register.gridrate.GridRateQueries.Count;
import cn.dangjian.organization.register.gridrate.GridRateQueries.Part;
import cn.dangjian.organization.tree.period.Paths;
import cn.dangjian.organization.tree.projection.LineUnitTable;
import cn.dangjian.organization.tree.projection.Projection;
import cn.dangjian.organization.tree.rollup.Rollups;
import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.desk.Days;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 组建率: grids with a branch in a hundred grids, buildings with a group in a hundred, for a unit and its children. */
@Component
class GridRates {

    private final GridRateQueries queries;
    private final Rollups rollups;
    private final LineUnitTable lines;
    private final Days days;

    GridRates(GridRateQueries queries, Rollups rollups, LineUnitTable lines, Days days) {
        this.queries = queries;
        this.rollups = rollups;
        this.lines = lines;
        this.days = days;
    }

    /**
     * One kind of places.
     *
     * @param linked how many have a Party unit
     * @param percent null if there are no places
     */
    record Rate(
            String kind, int places, int linked, @Nullable BigDecimal percent) {}

    record PartRates(long unitId, String name, List<Rate> rates) {}

    /**
     * A unit and its children.
     *
     * @param tree on which the figures are shown: that of the day, or today's, also for a unit that did not exist then
     * @param own what lies directly under the unit, that is, in no child of it
     */
    record RatesView(
            long unitId, LocalDate asOf, Projection tree, List<Rate> total, List<Rate> own, List<PartRates> children) {}

    RatesView rates(Unit unit, @Nullable LocalDate asOf, Projection tree, Scope scope) {
        var today = days.today();
        if (scope.by() == Hierarchy.LINE) return ratesInLine(unit, asOf == null ? today : asOf, scope);
        if (asOf == null || asOf.equals(today)) return ratesOfToday(unit, today, queries.listParts(unit, scope));
        var then = tree == Projection.THEN ? queries.findPathOn(unit, asOf) : Optional.<String>empty();
        return then.map(path -> rates(unit, path, asOf, Projection.THEN, queries.listPartsOn(unit, asOf)))
                .orElseGet(() -> rates(unit, unit.path(), asOf, Projection.NOW, queries.listParts(unit, scope)));
    }

    private RatesView rates(Unit unit, String path, LocalDate day, Projection tree, List<Part> parts) {
        return view(unit, path, day, tree, queries.count(Scope.subtree(path), tree, width(path), day), parts);
    }

    /** Of a line: read from end to end. */
    private RatesView ratesInLine(Unit unit, LocalDate day, Scope line) {
        String path = line.path(unit);
        var all = queries.countInLine(line.below(unit), width(path), day);
        var counted = all.stream().map(Count::path).collect(Collectors.toSet());
        var parts = lines.listBelow(unit, line, part -> counted.contains(part.path())).stream()
                .map(part -> new Part(part.id().value(), part.name(), part.path()))
                .toList();
        return view(unit, path, day, Projection.NOW, all, parts);
    }

    private static int width(String path) {
        return Paths.below(path, 0).length();
    }

    private static RatesView view(
            Unit unit, String path, LocalDate day, Projection tree, List<Count> all, List<Part> parts) {
        var counts = all.stream().collect(Collectors.groupingBy(Count::path));
        var children = parts.stream()
                .map(part -> new PartRates(part.id(), part.name(), rates(counts.getOrDefault(part.path(), List.of()))))
                .toList();
        return new RatesView(
                unit.id().value(), day, tree, rates(all), rates(counts.getOrDefault(path, List.of())), children);
    }

    private RatesView ratesOfToday(Unit unit, LocalDate today, List<Part> parts) {
        var sums = rollups.sums(unit, GridCounter.PREFIX, Scope.subtree(unit.path()));
        var children = parts.stream()
                .map(part -> new PartRates(
                        part.id(), part.name(), rates(sums.children().getOrDefault(part.id(), Map.of()))))
                .toList();
        return new RatesView(
                unit.id().value(), today, Projection.NOW, rates(sums.total()), rates(sums.own()), children);
    }

    private static List<Rate> rates(Map<String, Integer> figures) {
        return figures.entrySet().stream()
                .filter(figure -> figure.getKey().startsWith(GridCounter.PLACES))
                .map(figure -> {
                    String kind = figure.getKey().substring(GridCounter.PLACES.length());
                    int linked = figures.getOrDefault(GridCounter.LINKED + kind, 0);
                    return rate(kind, List.of(new Count("", kind, figure.getValue(), linked)));
                })
                .toList();
    }

    private static List<Rate> rates(List<Count> counts) {
        var kinds = new TreeMap<String, List<Count>>();
        for (var count : counts) {
            kinds.computeIfAbsent(count.kind(), kind -> new ArrayList<>()).add(count);
        }
        return kinds.entrySet().stream()
                .map(kind -> rate(kind.getKey(), kind.getValue()))
                .toList();
    }

    private static Rate rate(String kind, List<Count> counts) {
        int places = counts.stream().mapToInt(Count::places).sum();
        int linked = counts.stream().mapToInt(Count::linked).sum();
        var percent = places == 0
                ? null
                : BigDecimal.valueOf(linked)
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(places), 2, RoundingMode.HALF_UP);
        return new Rate(kind, places, linked, percent);
    }
}
