package cn.dangjian.organization.register.coverage;

import cn.dangjian.organization.register.coverage.CoverageQueries.Count;
import cn.dangjian.organization.register.coverage.CoverageQueries.Part;
import cn.dangjian.organization.register.coverage.TargetRepository.Target;
import cn.dangjian.organization.tree.projection.LineUnitTable;
import cn.dangjian.organization.tree.projection.Projection;
import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 覆盖率: covered units in a hundred eligible ones, by type, for a unit and each of its children. */
@Component
class CoverageRates {

    private static final Comparator<Target> CLOSEST =
            Comparator.<Target>comparingInt(target -> target.path().length()).thenComparingLong(Target::id);

    private final CoverageQueries queries;
    private final TargetRepository targets;
    private final CoverageCounts coverage;
    private final Days days;
    private final LineUnitTable lines;

    CoverageRates(
            CoverageQueries queries,
            TargetRepository targets,
            CoverageCounts coverage,
            Days days,
            LineUnitTable lines) {
        this.queries = queries;
        this.targets = targets;
        this.coverage = coverage;
        this.days = days;
        this.lines = lines;
    }

    /**
     * One type.
     *
     * @param eligible all that have members: covered, should be covered, not yet
     * @param percent of the eligible ones are covered; null if none is eligible
     * @param target what the nearest superior has set for the year, null if none has
     */
    record Rate(
            String type,
            int covered,
            int shouldBeCovered,
            int notYet,
            int notRequired,
            int eligible,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal target) {}

    record PartRates(UnitId unitId, String name, List<Rate> rates) {}

    /**
     * A unit and its children.
     *
     * @param tree on which the figures are shown: that of the day, or today's, also for a unit that did not exist then
     * @param total the sum of all children and of what lies in none of them
     * @param own what lies directly under the unit
     */
    record RatesView(
            UnitId unitId,
            LocalDate asOf,
            Projection tree,
            int year,
            List<Rate> total,
            List<Rate> own,
            List<PartRates> children) {}

    /** What is counted, by which children, on which tree. */
    private record Counted(CoverageCounts.Counts counts, List<Part> parts, Projection tree) {}

    RatesView rates(Unit unit, @Nullable LocalDate asOf, Projection tree, Scope scope) {
        var today = days.today();
        var day = asOf == null ? today : asOf;
        var counted = count(unit, day, day.equals(today), tree, scope);
        var goals = targets.list(day.getYear(), Scope.subtree(unit.path()));
        var counts = counted.counts();
        var children = counted.parts().stream()
                .map(part -> new PartRates(
                        part.id(),
                        part.name(),
                        rates(counts.children().getOrDefault(part.id().value(), List.of()), part.path(), goals)))
                .toList();
        return new RatesView(
                unit.id(),
                day,
                counted.tree(),
                day.getYear(),
                rates(counts.total(), unit.path(), goals),
                rates(counts.own(), unit.path(), goals),
                children);
    }

    private Counted count(Unit unit, LocalDate day, boolean today, Projection tree, Scope scope) {
        if (scope.by() == Hierarchy.LINE) {
            var committees = lines.listBelow(unit, scope, none -> false).stream()
                    .map(part -> new Part(part.id(), part.name(), part.path()))
                    .toList();
            return new Counted(coverage.inLine(day, unit, committees, scope.below(unit)), committees, Projection.NOW);
        }
        if (today) return new Counted(coverage.today(unit), queries.listParts(unit, scope), Projection.NOW);
        var then = tree == Projection.THEN ? queries.findPathOn(unit, day) : Optional.<String>empty();
        return then.map(path -> count(unit, path, day, Projection.THEN, queries.listPartsOn(unit, day)))
                .orElseGet(() -> count(unit, unit.path(), day, Projection.NOW, queries.listParts(unit, scope)));
    }

    private Counted count(Unit unit, String path, LocalDate day, Projection tree, List<Part> parts) {
        return new Counted(coverage.on(day, tree, unit, path, parts), parts, tree);
    }

    private static List<Rate> rates(List<Count> counts, String path, List<Target> targets) {
        var types = new TreeMap<String, List<Count>>();
        for (var count : counts) {
            types.computeIfAbsent(count.type(), type -> new ArrayList<>()).add(count);
        }
        return types.entrySet().stream()
                .map(type -> rate(type.getKey(), type.getValue(), target(type.getKey(), path, targets)))
                .toList();
    }

    private static Rate rate(String type, List<Count> counts, @Nullable BigDecimal target) {
        int covered = counts.stream().mapToInt(Count::covered).sum();
        int should = counts.stream().mapToInt(Count::shouldBeCovered).sum();
        int notYet = counts.stream().mapToInt(Count::notYet).sum();
        int notRequired = counts.stream().mapToInt(Count::notRequired).sum();
        int eligible = covered + should + notYet;
        return new Rate(type, covered, should, notYet, notRequired, eligible, percent(covered, eligible), target);
    }

    static @Nullable BigDecimal percent(int part, int whole) {
        if (whole == 0) return null;
        return BigDecimal.valueOf(part).movePointRight(2).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal target(String type, String path, List<Target> targets) {
        return targets.stream()
                .filter(target -> target.holdsFor(path, type))
                .max(CLOSEST)
                .map(Target::percent)
                .orElse(null);
    }
}
