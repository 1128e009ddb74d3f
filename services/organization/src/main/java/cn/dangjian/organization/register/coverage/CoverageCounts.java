package cn.dangjian.organization.register.coverage;

import cn.dangjian.organization.register.coverage.CoverageQueries.Count;
import cn.dangjian.organization.register.coverage.CoverageQueries.Part;
import cn.dangjian.organization.tree.period.Paths;
import cn.dangjian.organization.tree.projection.Projection;
import cn.dangjian.organization.tree.rollup.Rollups;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.rules.book.Rulebook;
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
        var sums = rollups.sums(unit, CoverageState.PREFIX, Scope.subtree(unit.path()));
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

    /** Of a line: read from end to end. */
    Counts inLine(LocalDate day, Unit unit, List<Part> parts, Scope line) {
        String path = line.path(unit);
        var all = queries.countInLine(line, Paths.below(path, 0).length(), day, enough(day, unit));
        return counts(all, path, parts);
    }

    /**
     * Of a day on a tree: read from end to end.
     *
     * @param path of the unit on that tree
     */
    Counts on(LocalDate day, Projection tree, Unit unit, String path, List<Part> parts) {
        int length = Paths.below(path, 0).length();
        return counts(queries.count(Scope.subtree(path), tree, length, day, enough(day, unit)), path, parts);
    }

    private int enough(LocalDate day, Unit unit) {
        return rulebook.on(day).number(CoverageCounter.ENOUGH, unit.path());
    }

    private static Counts counts(List<Count> all, String path, List<Part> parts) {
        var byPath = all.stream().collect(Collectors.groupingBy(Count::path));
        var children = new HashMap<Long, List<Count>>();
        for (var part : parts) children.put(part.id().value(), byPath.getOrDefault(part.path(), List.of()));
        return new Counts(all, byPath.getOrDefault(path, List.of()), children);
    }
}
