package cn.dangjian.statistics.figure.kept;

import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.statistics.figure.catalogue.Measure;
import cn.dangjian.statistics.place.TreePath;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 重算: holds sums against what units have, and corrects them, one stretch of the tree after the other.
 *
 * <p>Where every total is what stands directly below it and what the unit itself has, every total is right: that is looked at,
 * for each row is read once or twice then, however many tiers there are above it.
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
     * 一段: the paths behind one up to another, of so many units that all their sums are held against their parts in a fraction of a
     * second.
     *
     * @param after the last path before it; empty for the first one
     * @param upTo its last path
     */
    public record Stretch(String after, String upTo) {

        /** Behind all paths. */
        private static final String END = "~";

        static Stretch toTheEnd(String after) {
            return new Stretch(after, END);
        }

        public boolean isLast() {
            return upTo.equals(END);
        }
    }

    /** A sum that is not what it should be, and by how much. */
    public record Wrong(String measure, String path, String slot, LocalDate month, long value) {

        private Wrong at(String otherPath, long otherValue) {
            return new Wrong(measure, otherPath, slot, month, otherValue);
        }
    }

    /**
     * What is wrong within a stretch; normally nothing.
     *
     * @param differences sums in it and above it that a recount does not find, and what is to be added to them
     * @param excess totals that are not the sum of their parts, and by how much they are more
     * @param uneven wholes that are not the sum of what they can be taken apart in, and by how much they are more
     */
    public record Finding(List<Wrong> differences, List<Wrong> excess, List<Wrong> uneven) {}

    /** The next one behind a path; behind an empty one the first. */
    public Stretch stretch(String after) {
        return queries.stretch(after);
    }

    /** All of one moment, whatever is heard meanwhile. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Finding check(Stretch stretch, Collection<Measure> measures) {
        var excess = queries.listExcess(stretch, measures);
        return new Finding(differences(excess, measures), excess, queries.listUneven(stretch, measures));
    }

    public long unplaced() {
        return queries.countUnplaced();
    }

    /**
     * Answers how many sums were wrong. Who reads meanwhile sees them as they were, then as they are; nobody who folds waits
     * unless something is wrong. Where sums of several stretches are wrong, those above them are right when all were corrected.
     */
    public long correct(Stretch stretch, Collection<Measure> measures) {
        if (queries.listExcess(stretch, measures).isEmpty()) return 0;
        var corrected = transaction.execute(status -> correctNow(stretch, measures));
        return corrected == null ? 0 : corrected;
    }

    private long correctNow(Stretch stretch, Collection<Measure> measures) {
        places.hold();
        var differences = differences(queries.listExcess(stretch, measures), measures);
        tiers.correct(differences, days.now());
        return differences.size();
    }

    /**
     * A total that is too great by something is so beside its parts, and its parent is too small beside it by the same: what is
     * too much anywhere, taken off there and at all above, gives the right ones.
     */
    private List<Wrong> differences(List<Wrong> excess, Collection<Measure> measures) {
        if (excess.isEmpty()) return List.of();
        var paths = new TreeSet<String>();
        excess.forEach(wrong -> paths.addAll(TreePath.upwards(wrong.path())));
        var sums = new TreeMap<String, Wrong>();
        for (var wrong : queries.listExcess(paths, measures))
            for (var path : TreePath.upwards(wrong.path()))
                sums.merge(
                        String.join(
                                " ",
                                wrong.measure(),
                                path,
                                wrong.slot(),
                                wrong.month().toString()),
                        wrong.at(path, -wrong.value()),
                        (one, other) -> one.at(path, one.value() + other.value()));
        return sums.values().stream().filter(sum -> sum.value() != 0).toList();
    }
}
