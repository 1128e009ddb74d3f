package cn.dangjian.statistics.figure.kept;

import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.statistics.figure.catalogue.Measure;
import cn.dangjian.statistics.place.TreePath;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 重算: holds sums against what units have, and corrects them, one stretch of the tree after the other.
 *
 * <p>Where every total is what stands directly below it and what the unit itself has, every total is right: that is looked at,
 * for each row is read once or twice then, however many tiers there are above it. Stretches are taken from the end of the tree
 * on, so that what stands below a total is right before it is looked at itself.
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

    /** A sum that is not what it should be, and by how much. */
    public record Wrong(String measure, String path, String slot, LocalDate month, long value) {

        private Wrong at(String otherPath, long otherValue) {
            return new Wrong(measure, otherPath, slot, month, otherValue);
        }
    }

    /**
     * What is wrong within a stretch; normally nothing.
     *
     * @param excess totals that are not the sum of their parts, and by how much they are more
     * @param uneven wholes that are not the sum of what they can be taken apart in, and by how much they are more
     */
    public record Finding(List<Wrong> excess, List<Wrong> uneven) {}

    /** The one that ends with a path. */
    public Stretch stretch(String upTo) {
        return queries.stretch(upTo);
    }

    /** All of one moment, whatever is heard meanwhile. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Finding check(Stretch stretch, Collection<Measure> measures) {
        return new Finding(queries.listExcess(stretch, measures), queries.listUneven(stretch, measures));
    }

    public long unplaced() {
        return queries.countUnplaced();
    }

    /**
     * Answers how many sums of a stretch were wrong, where those behind it are right. Who reads meanwhile sees each sum as it was,
     * then as it is, and nothing in between; nobody who folds waits unless something is wrong.
     */
    public long correct(Stretch stretch, Collection<Measure> measures) {
        if (queries.listExcess(stretch, measures).isEmpty()) return 0;
        var corrected = transaction.execute(status -> correctNow(stretch, measures));
        return corrected == null ? 0 : corrected;
    }

    private long correctNow(Stretch stretch, Collection<Measure> measures) {
        places.hold();
        var differences = differences(queries.listExcess(stretch, measures), stretch);
        tiers.correct(differences, days.now());
        return differences.size();
    }

    /** What is too much anywhere is too much in all totals above it as well, as far as the stretch goes. */
    private static List<Wrong> differences(List<Wrong> excess, Stretch stretch) {
        var sums = new TreeMap<String, Wrong>();
        for (var wrong : excess)
            for (var path : TreePath.upwards(wrong.path()))
                if (path.compareTo(stretch.after()) > 0)
                    sums.merge(
                            String.join(" ", wrong.measure(), path, wrong.slot(), String.valueOf(wrong.month())),
                            wrong.at(path, -wrong.value()),
                            (one, other) -> one.at(path, one.value() + other.value()));
        return sums.values().stream().filter(sum -> sum.value() != 0).toList();
    }
}
