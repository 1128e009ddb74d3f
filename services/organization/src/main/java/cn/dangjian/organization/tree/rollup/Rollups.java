package cn.dangjian.organization.tree.rollup;

import cn.dangjian.organization.tree.rollup.Counter.Own;
import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Other rooms ask here for sums, and for the places where something is counted. Both are what the facts say: what was
 * not counted again yet is counted for the answer, in the same snapshot.
 */
@Component
public class Rollups {

    private static final int AT_ONCE = 1000;

    /** Sorts after a path and before everything below it. */
    private static final String JUST_AFTER = "!";

    private final List<Counter> counters;
    private final StaleTable stale;
    private final RollupTable rollups;

    Rollups(List<Counter> counters, StaleTable stale, RollupTable rollups) {
        this.counters = counters;
        this.stale = stale;
        this.rollups = rollups;
    }

    /**
     * Figures by name; none is 0.
     *
     * @param total of the unit and all below
     * @param own at the unit itself
     * @param children of each unit directly below and all below that, by its id
     */
    public record Sums(
            Map<String, Integer> total, Map<String, Integer> own, Map<Long, Map<String, Integer>> children) {}

    /**
     * By territory what is kept; of a line what is kept at each of its units is added up.
     *
     * @param prefix the counter's
     * @param scope in which the unit was found
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Sums sums(Unit unit, String prefix, Scope scope) {
        boolean anew = stale.holdsAll();
        var below = scope.below(unit);
        var top = scope.path(unit);
        var sums = new Sums(new TreeMap<>(), new TreeMap<>(), new HashMap<>());
        if (!anew && scope.by() == Hierarchy.BLOCK) fill(sums, unit, prefix);
        if (!anew && scope.by() == Hierarchy.LINE) {
            for (var sum : rollups.listSums(prefix, below, top.length() + Segments.WIDTH))
                add(sums, top, sum.path(), sum.figure(), sum.units());
        }
        corrections(below, top, prefix, anew)
                .forEach((path, changes) -> changes.forEach((figure, change) -> add(sums, top, path, figure, change)));
        sums.children().values().removeIf(Map::isEmpty);
        return sums;
    }

    private static void add(Sums sums, String top, String path, String figure, int units) {
        sums.total().merge(figure, units, Rollups::sum);
        if (path.equals(top)) {
            sums.own().merge(figure, units, Rollups::sum);
            return;
        }
        var child = Segments.above(path, top).get(1);
        sums.children().computeIfAbsent(child.unit(), none -> new TreeMap<>()).merge(figure, units, Rollups::sum);
    }

    private void fill(Sums sums, Unit unit, String prefix) {
        long id = unit.id().value();
        for (var total : rollups.listTotals(prefix, id)) {
            var of = total.unit() == id
                    ? sums.total()
                    : sums.children().computeIfAbsent(total.unit(), none -> new TreeMap<>());
            of.put(total.figure(), total.units());
        }
        for (var own : rollups.listOwn(prefix, List.of(id))) sums.own().put(own.figure(), own.units());
    }

    /** What is counted more, or less, than is kept, by path and figure. */
    private Map<String, Map<String, Integer>> corrections(Scope scope, String top, String prefix, boolean anew) {
        var counter = counters.stream()
                .filter(one -> one.prefix().equals(prefix))
                .findFirst()
                .orElseThrow();
        var places = stalePlaces(scope, top, anew);
        var changes = new HashMap<String, Map<String, Integer>>();
        for (var part : Parts.of(places.keySet())) {
            for (var own : counter.count(part)) merge(changes, places, own, own.units());
            if (anew) continue;
            for (var own : rollups.listOwn(prefix, part)) merge(changes, places, own, -own.units());
        }
        return changes;
    }

    private static void merge(
            Map<String, Map<String, Integer>> changes, Map<Long, String> places, Own own, int change) {
        changes.computeIfAbsent(places.getOrDefault(own.unit(), ""), none -> new HashMap<>())
                .merge(own.figure(), change, Rollups::sum);
    }

    /** @return null for 0, which takes an entry off a map */
    private static @Nullable Integer sum(int one, int other) {
        return one + other == 0 ? null : one + other;
    }

    /** The stale units of a scope, and those above them down from a path, with their paths. */
    private Map<Long, String> stalePlaces(Scope scope, String top, boolean anew) {
        var places = new HashMap<Long, String>();
        if (anew) {
            for (var place : rollups.listUnits(scope, Integer.MAX_VALUE)) places.put(place.unit(), place.path());
            return places;
        }
        if (scope.by() == Hierarchy.LINE) return stalePlacesOf(scope);
        for (var path : stale.listPaths(scope)) {
            for (var place : Segments.above(path, top)) places.put(place.unit(), place.path());
        }
        return places;
    }

    /** Those of a line: wherever in the territory something was changed, a unit above it may stand in the line. */
    private Map<Long, String> stalePlacesOf(Scope line) {
        var concerned = new HashSet<Long>();
        for (var path : stale.listPaths()) {
            for (var place : Segments.above(path, "")) concerned.add(place.unit());
        }
        var places = new HashMap<Long, String>();
        for (var part : Parts.of(concerned)) {
            for (var place : rollups.listPlaces(part, line)) places.put(place.unit(), place.path());
        }
        return places;
    }

    /**
     * What is found at the units where one of some figures is counted, in the order of the tree.
     *
     * @param scope an interval of that order
     * @param limit how many are enough
     * @param look what is wanted of some units, given in that order with their paths there; asked until there is enough
     *     or nothing more
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public <T> List<T> list(List<String> figures, Scope scope, int limit, Function<Map<Long, String>, List<T>> look) {
        boolean anew = stale.holdsAll();
        var changed = new TreeMap<String, Long>();
        if (!anew) {
            stalePlaces(scope, "", false).forEach((unit, path) -> {
                if (scope.contains(path)) changed.put(path, unit);
            });
        }
        var found = new ArrayList<T>();
        var rest = scope;
        // a cursor may lie behind the scope: its unit has moved since, or the caller has
        while (rest != null && rest.from().compareTo(rest.to()) <= 0 && found.size() < limit) {
            var places = anew ? rollups.listUnits(rest, AT_ONCE) : rollups.listPlaces(figures, rest, limit + 1);
            boolean all = places.size() < (anew ? AT_ONCE : limit + 1);
            var part = new TreeMap<String, Long>();
            for (var place : places) part.put(place.path(), place.unit());
            var upTo = all ? rest.to() : part.lastKey();
            var more = changed.subMap(rest.from(), true, upTo, true);
            if (more.size() > AT_ONCE) {
                all = false;
                upTo = more.keySet().stream().skip(AT_ONCE - 1).findFirst().orElseThrow();
            }
            part.putAll(more);
            var asked = new LinkedHashMap<Long, String>();
            part.headMap(upTo, true).forEach((path, unit) -> asked.put(unit, path));
            found.addAll(look.apply(asked));
            rest = all ? null : new Scope(scope.by(), upTo + JUST_AFTER, scope.to());
        }
        return found.size() > limit ? found.subList(0, limit) : found;
    }

    /** The rest of a scope from a path on. */
    public static Scope from(String path, Scope scope) {
        return path.compareTo(scope.from()) > 0 ? new Scope(scope.by(), path, scope.to()) : scope;
    }
}
