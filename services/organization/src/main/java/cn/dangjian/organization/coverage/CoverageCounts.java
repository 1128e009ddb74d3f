package cn.dangjian.organization.coverage;

import cn.dangjian.organization.coverage.CoverageQueries.Count;
import cn.dangjian.organization.coverage.CoverageQueries.Part;
import cn.dangjian.organization.rollup.Rollups;
import cn.dangjian.organization.rulebook.Rulebook;
import cn.dangjian.organization.tree.Paths;
import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How many register units of which type are covered: today from the sums that are kept, else from the facts. */
@Component
class CoverageCounts {

    private final CoverageQueries queries;
    private final Rollups rollups;
    private final Rulebook rulebook;

    CoverageCounts(CoverageQueries queries, Rollups rollups, Rulebook rulebook) {
        this.queries = queries;
        this.rollups = rollups;
        this.rulebook = rulebook;
    }

    /** What was counted: in all, at the unit itself, and below each of its children. */
    record Counts(List<Count> total, List<Count> own, Map<Long, List<Count>> children) {}

    Counts today(Unit unit) {
        var sums = rollups.sums(unit, CoverageState.PREFIX);
        var children = new HashMap<Long, List<Count>>();
        sums.children().forEach((child, figures) -> children.put(child, counts(figures)));
        return new Counts(counts(sums.total()), counts(sums.own()), children);
    }

    private static List<Count> counts(Map<String, Integer> figures) {
        return figures.entrySet().stream()
                .map(figure -> count(figure.getKey(), figure.getValue()))
                .toList();
    }

    private static Count count(String figure, int units) {
        var words = figure.split("\\.", -1);
        var state = CoverageState.valueOf(words[1]);
        return new Count(
                "",
                words[2],
                state == CoverageState.COVERED ? units : 0,
                state == CoverageState.SHOULD_BE_COVERED ? units : 0,
                state == CoverageState.NOT_YET ? units : 0,
                state == CoverageState.NOT_REQUIRED ? units : 0);
    }

    /** Of a past day, or of a line: read from end to end. */
    Counts on(LocalDate day, Unit unit, List<Part> parts, Scope below) {
        int length = Paths.below(below.path(unit), 0).length();
        int enough = rulebook.on(day).number(CoverageCounter.ENOUGH, unit.path());
        var all = below.by() == Hierarchy.LINE
                ? queries.countInLine(below, length, day, enough)
                : queries.count(below, length, day, enough);
        var byPath = all.stream().collect(Collectors.groupingBy(Count::path));
        var children = new HashMap<Long, List<Count>>();
        for (var part : parts) children.put(part.id().value(), byPath.getOrDefault(part.path(), List.of()));
        return new Counts(all, byPath.getOrDefault(below.path(unit), List.of()), children);
    }
}
