package cn.dangjian.statistics.figure.kept;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was said of one thing, month by month: in each month that holds which has the greatest version of all that was said
 * until then. Versions rise with the months, in whatever order anything is heard.
 */
class Staircase {

    private final List<Row> before = new ArrayList<>();
    private final TreeMap<LocalDate, Step> steps = new TreeMap<>();

    /** A row of {@code value_source}. */
    record Row(long id, String source, LocalDate month, LocalDate to, long version) {}

    /** @param row null if it has none yet */
    private record Step(
            long version, @Nullable Row row, @Nullable Told told) {}

    /** Something new, and until when it holds. */
    record Added(Told told, LocalDate to) {}

    /** A row that ends earlier than it did. */
    record Shortened(long id, LocalDate to) {}

    /** A row of the same month that says something newer from now on. */
    record Renewed(Row row, Told told, LocalDate to) {}

    /** What is to be written. */
    record Turn(List<Long> removed, List<Shortened> shortened, List<Renewed> renewed, List<Added> added) {}

    void know(Row row) {
        before.add(row);
        steps.put(row.month(), new Step(row.version(), row, null));
    }

    /** The greatest version that is known; 0 if nothing is. */
    long version() {
        return steps.isEmpty() ? 0 : steps.lastEntry().getValue().version();
    }

    /**
     * The row that says what is told once more: what holds now, in the same version.
     *
     * @return null if this is new, or older than what is known
     */
    @Nullable
    Row same(Told told) {
        var last = steps.lastEntry();
        if (last == null || last.getKey().isAfter(told.month())) return null;
        return last.getValue().version() == told.version() ? last.getValue().row() : null;
    }

    /** Told once more, and something else than what is known: from the month of the telling on it is so. */
    void correct(Told told) {
        steps.put(told.month(), new Step(told.version(), null, told));
    }

    void hear(Told told) {
        var until = steps.floorEntry(told.month());
        if (until != null && until.getValue().version() >= told.version()) return;
        steps.put(told.month(), new Step(told.version(), null, told));
        steps.tailMap(told.month(), false).values().removeIf(later -> later.version() <= told.version());
    }

    Turn turn() {
        var known = new HashMap<LocalDate, Row>();
        before.forEach(row -> known.put(row.month(), row));
        var kept = new HashSet<Long>();
        var shortened = new ArrayList<Shortened>();
        var renewed = new ArrayList<Renewed>();
        var added = new ArrayList<Added>();
        steps.forEach((month, step) -> {
            var next = steps.higherKey(month);
            var to = next == null ? Months.FOREVER : next;
            var row = step.row();
            var told = step.told();
            var older = told == null ? null : known.get(month);
            if (told != null && older != null) {
                kept.add(older.id());
                renewed.add(new Renewed(older, told, to));
            } else if (told != null) added.add(new Added(told, to));
            if (row == null) return;
            kept.add(row.id());
            if (!row.to().equals(to)) shortened.add(new Shortened(row.id(), to));
        });
        var removed =
                before.stream().map(Row::id).filter(id -> !kept.contains(id)).toList();
        return new Turn(removed, shortened, renewed, added);
    }
}
