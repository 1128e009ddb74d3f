package cn.dangjian.member.telling.kept;

import cn.dangjian.member.telling.kept.CountQueries.Child;
import cn.dangjian.member.telling.kept.CountQueries.Due;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who there was below a unit on a day: all that is kept of those below its children, without what turned later; who belongs
 * to the unit or to a child itself is read from the periods. What is kept of units that have changed since is mended for the
 * answer, in the same snapshot.
 */
@Component
class Counts {

    private final CountQueries queries;
    private final KeptTable kept;

    Counts(CountQueries queries, KeptTable kept) {
        this.queries = queries;
        this.kept = kept;
    }

    /** By child and sort; those of the unit itself stand under its own path. */
    record Below(List<Child> children, Map<String, Map<Sort, Heads>> heads) {

        Map<Sort, Heads> of(String path) {
            return heads.getOrDefault(path, Map.of());
        }

        private void add(String path, Sort sort, Heads more) {
            if (more.isNone()) return;
            heads.computeIfAbsent(path, none -> new TreeMap<>()).merge(sort, more, Heads::sum);
        }
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Below on(LocalDate day, LocalDate today, Unit unit, Scope scope) {
        int depth = scope.path(unit).length() + Unit.SEGMENT;
        var below = new Below(queries.children(unit, scope), new TreeMap<>());
        var paths = below.children().stream()
                .map(Child::path)
                .filter(path -> path.length() == depth)
                .toList();
        queries.own(below.children(), day).forEach(cell -> below.add(cell.path(), cell.sort(), cell.heads()));
        boolean now = !day.isBefore(today) && !queries.isAnythingAfter(day);
        queries.totals(paths, day, now ? Span.ALL : Totals.finest(depth))
                .forEach(cell -> below.add(cell.path(), cell.sort(), cell.heads()));
        if (!now && Totals.finest(depth) == Span.YEAR) {
            kept.listAfter(paths, day)
                    .forEach((path, heads) -> heads.forEach((sort, more) -> below.add(path, sort, more.negated())));
        }
        mend(below, new HashSet<>(paths), queries.due(scope), day, depth);
        return below;
    }

    private void mend(Below below, Set<String> children, List<Due> due, LocalDate day, int depth) {
        if (due.isEmpty()) return;
        var now = kept.listTurns(due.stream().map(Due::unit).toList());
        for (var one : due) {
            var turns = now.getOrDefault(one.unit(), new Turns());
            var before = one.turns() == null ? new Turns() : one.turns();
            add(below, children, one.path(), turns.until(day), depth);
            add(below, children, one.keptPath(), new Turns().minus(before).until(day), depth);
        }
    }

    /** Of a unit below a child; who belongs to the child itself was read as it is. */
    private static void add(Below below, Set<String> children, String path, Map<Sort, Heads> heads, int depth) {
        if (path.length() <= depth) return;
        var child = path.substring(0, depth);
        if (children.contains(child)) heads.forEach((sort, more) -> below.add(child, sort, more));
    }
}
