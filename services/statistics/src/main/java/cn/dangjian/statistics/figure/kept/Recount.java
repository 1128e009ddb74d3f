package cn.dangjian.statistics.figure.kept;

import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.statistics.figure.catalogue.Kind;
import cn.dangjian.statistics.figure.catalogue.Measure;
import cn.dangjian.statistics.figure.kept.RecountQueries.Part;
import cn.dangjian.statistics.figure.kept.TierChanges.Change;
import cn.dangjian.statistics.figure.kept.TierChanges.Sum;
import cn.dangjian.statistics.place.TreePath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 重算: holds sums against what units have, and corrects them, one stretch of the tree after the other.
 *
 * <p>Where every total is what stands directly below it and what the unit itself has, every total is right: that is looked at,
 * for each row is read once or twice then, however many tiers there are above it. Stretches are taken from the end of the tree
 * on, so that what stands below a total is right before it is looked at itself. Of a unit that stood below several others it is
 * held against all that stood below it with each of them, too.
 */
@Component
public class Recount {

    private final RecountQueries queries;
    private final TierRepository tiers;
    private final PlaceRepository places;
    private final Days days;
    private final TransactionTemplate transaction;

    Recount(
            RecountQueries queries,
            TierRepository tiers,
            PlaceRepository places,
            Days days,
            TransactionTemplate transaction) {
        this.queries = queries;
        this.tiers = tiers;
        this.places = places;
        this.days = days;
        this.transaction = transaction;
    }

    /**
     * 一段: the paths behind one up to another, of so many units that all their sums are held against their parts in a fraction of
     * a second.
     *
     * @param after the last path before it; empty for the first one of the tree
     * @param upTo its last path
     */
    public record Stretch(String after, String upTo) {

        /** Behind all paths: where one begins. */
        public static final String END = "~";

        /** Whether nothing is left before it. */
        public boolean isLast() {
            return after.isEmpty();
        }
    }

    /**
     * A sum of all at and below a unit that is not what it should be.
     *
     * @param parent what the unit stood below; {@link TreePath#NOBODY} for a province
     * @param value by how much it is more
     */
    public record Wrong(long parent, long unit, String measure, String slot, LocalDate month, long value) {

        static Wrong of(Sum sum, long value) {
            return new Wrong(sum.parent(), sum.unit(), sum.measure(), sum.slot(), sum.month(), value);
        }
    }

    /**
     * What is wrong within a stretch, where what stands behind it is right; normally nothing.
     *
     * @param excess sums that are not what they are made of
     * @param uneven wholes that are not the sum of what they can be taken apart in
     */
    public record Finding(List<Wrong> excess, List<Wrong> uneven) {}

    /** The one that ends with a path. */
    public Stretch stretch(String upTo) {
        return queries.stretch(upTo);
    }

    /** All of one moment, whatever is heard meanwhile. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Finding check(Stretch stretch, Collection<Measure> measures) {
        var units = queries.listUnits(stretch);
        if (units.isEmpty()) return new Finding(List.of(), List.of());
        var search = new Search(units, measures);
        var due = search.due(stretch);
        var excess = search.lacking().stream()
                .filter(change -> due.contains(change.sum().unit()))
                .map(change -> Wrong.of(change.sum(), -change.value()))
                .toList();
        return new Finding(excess, due.isEmpty() ? List.of() : queries.listUneven(due, measures));
    }

    public long unplaced() {
        return queries.countUnplaced();
    }

    /**
     * Answers how many sums of a stretch were wrong, where those behind it are right. Who reads meanwhile sees each sum as it was,
     * then as it is, and nothing in between; nobody who folds waits unless something is wrong.
     */
    public long correct(Stretch stretch, Collection<Measure> measures) {
        if (lacking(stretch, measures).isEmpty()) return 0;
        var corrected = transaction.execute(status -> correctNow(stretch, measures));
        return corrected == null ? 0 : corrected;
    }

    private long correctNow(Stretch stretch, Collection<Measure> measures) {
        places.hold();
        // what was folded by path is in what units have already
        boolean more = true;
        while (more) more = tiers.takeOver();
        var differences = lacking(stretch, measures);
        tiers.correct(differences, days.now());
        return differences.size();
    }

    private List<Change> lacking(Stretch stretch, Collection<Measure> measures) {
        var units = queries.listUnits(stretch);
        return units.isEmpty() ? List.of() : new Search(units, measures).lacking();
    }

    /** Looks at units, whoever stands below another one before it. */
    private final class Search {

        private final Collection<Measure> measures;
        private final Map<Long, List<Place>> stays;
        private final Map<Long, Set<Long>> parents;
        private final Map<Long, List<Long>> children = new HashMap<>();
        private final Map<Long, Map<Part, Long>> lackingAlone;
        private final Set<Long> misplaced;

        private final Set<Long> seen = new HashSet<>();
        /** What has to be added to sums that stand directly below a unit, by that unit. */
        private final Map<Long, Map<Part, Long>> addedBelow = new HashMap<>();

        private final List<Change> lacking = new ArrayList<>();

        /** Paths at which those stand that may have moved, as all say that stand there or below; once it is asked for. */
        private @Nullable Map<Long, Set<String>> told;

        Search(Set<Long> units, Collection<Measure> measures) {
            this.measures = measures;
            this.stays = places.list(units);
            this.parents = queries.listParents(units);
            stays.forEach((unit, all) -> {
                var above = parents.computeIfAbsent(unit, each -> new TreeSet<>());
                all.forEach(stay -> above.add(TreePath.parentUnit(stay.path())));
            });
            parents.forEach((unit, above) -> above.forEach(parent ->
                    children.computeIfAbsent(parent, each -> new ArrayList<>()).add(unit)));
            this.lackingAlone = queries.listLacking(units, measures);
            this.misplaced = misplaced();
        }

        /** Of those that stood at several places, whose last one in the order of the tree is in a stretch, so that each is due once. */
        Set<Long> due(Stretch stretch) {
            var due = new TreeSet<>(parents.keySet());
            due.removeIf(unit -> stays.getOrDefault(unit, List.of()).stream()
                    .anyMatch(stay -> stay.path().compareTo(stretch.upTo()) > 0));
            return due;
        }

        /** What has to be added to sums so that they are right. */
        List<Change> lacking() {
            parents.keySet().forEach(this::look);
            return lacking;
        }

        private void look(long unit) {
            if (!parents.containsKey(unit) || !seen.add(unit)) return;
            children.getOrDefault(unit, List.of()).forEach(this::look);
            var parts = new HashMap<>(lackingAlone.getOrDefault(unit, Map.of()));
            below(unit).forEach((part, value) -> parts.merge(part, value, Long::sum));
            parts.values().removeIf(value -> value == 0);
            if (misplaced.contains(unit) || (!parts.isEmpty() && hasMoved(unit))) spread(unit);
            else parts.forEach((part, value) -> add(part.of(above(unit).getFirst(), unit), value));
        }

        /** What stood below such a one may not have been looked at yet: what is wrong with it is counted from the ground. */
        private boolean hasMoved(long unit) {
            return above(unit).size() > 1
                    || stays.getOrDefault(unit, List.of()).stream()
                                    .map(Place::path)
                                    .distinct()
                                    .count()
                            > 1;
        }

        private Map<Part, Long> below(long unit) {
            return addedBelow.getOrDefault(unit, Map.of());
        }

        private List<Long> above(long unit) {
            return List.copyOf(parents.getOrDefault(unit, Set.of()));
        }

        private void add(Sum sum, long value) {
            if (value == 0) return;
            lacking.add(new Change(sum, value));
            addedBelow
                    .computeIfAbsent(sum.parent(), parent -> new HashMap<>())
                    .merge(new Part(sum.measure(), sum.slot(), sum.month()), value, Long::sum);
        }

        /** Who stood below several others and has sums below one with which it did not stand then. */
        private Set<Long> misplaced() {
            var movers = new TreeSet<Long>();
            parents.forEach((unit, above) -> {
                if (above.size() > 1) movers.add(unit);
            });
            if (movers.isEmpty()) return movers;
            var kept = new HashMap<Sum, Map<Long, TreeMap<LocalDate, Long>>>();
            queries.listKept(movers, measures)
                    .forEach((sum, value) -> kept.computeIfAbsent(sum.whole(), whole -> new HashMap<>())
                            .computeIfAbsent(sum.parent(), parent -> new TreeMap<>())
                            .put(sum.month(), value));
            var flows = new HashSet<String>();
            measures.forEach(measure -> {
                if (measure.kind() == Kind.FLOW) flows.add(measure.code());
            });
            var misplaced = new TreeSet<Long>();
            kept.forEach((whole, byParent) -> {
                var stood = stays.getOrDefault(whole.unit(), List.of());
                if (!Place.areKeptRight(stood, byParent, flows.contains(whole.measure()))) misplaced.add(whole.unit());
            });
            return misplaced;
        }

        /**
         * Each sum of a unit should be what all had that stood there with it. Nothing is done while some below it have arrived
         * at a place of which is not known yet that it stands there.
         */
        private void spread(long unit) {
            var should = new HashMap<Sum, Long>();
            var whole = new HashMap<>(queries.listMadeOf(unit, measures));
            below(unit).forEach((part, value) -> whole.merge(part, value, Long::sum));
            var paths = paths(unit);
            paths.forEach((path, parent) -> queries.listAt(path, measures).forEach((part, value) -> {
                should.merge(part.of(parent, unit), value, Long::sum);
                whole.merge(part, -value, Long::sum);
            }));
            boolean same = whole.values().stream().allMatch(value -> value == 0);
            if (!same && !paths.keySet().containsAll(told(unit))) return;
            queries.listKept(Set.of(unit), measures).forEach((sum, value) -> should.merge(sum, -value, Long::sum));
            should.forEach(this::add);
        }

        private Set<String> told(long unit) {
            if (told == null) {
                var movers = new TreeSet<Long>();
                parents.keySet().stream().filter(this::hasMoved).forEach(movers::add);
                told = queries.listTold(movers);
            }
            return told.getOrDefault(unit, Set.of());
        }

        /** Where a unit may have stood below each of those that are above it. */
        private Map<String, Long> paths(long unit) {
            var paths = new TreeMap<String, Long>();
            String segment = TreePath.segment(unit);
            var above = above(unit);
            if (above.contains(TreePath.NOBODY)) paths.put(segment, TreePath.NOBODY);
            places.list(above).forEach((parent, all) -> all.forEach(stay -> paths.put(stay.path() + segment, parent)));
            return paths;
        }
    }
}
