package cn.dangjian.member.telling.kept;

import cn.dangjian.platform.directory.Unit;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * What changes of the totals when the numbers of units do: of all that are above each of them, but for the top of the tree,
 * which is no child of anybody who could ask. In orders that are always the same, so that nobody waits for each other in a
 * circle.
 */
final class Totals {

    /** The length of paths directly below the top of the tree. */
    private static final int FINE = 2 * Unit.SEGMENT;

    private final Map<Place, Heads> changes = new TreeMap<>();
    private final Map<Year, Turns> years = new TreeMap<>();

    /** A row of {@code count_total}. */
    record Place(String path, Span span, LocalDate firstOn, Sort sort) implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparing(Place::path)
                .thenComparing(Place::span)
                .thenComparing(Place::firstOn)
                .thenComparing(Place::sort);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** A row of {@code count_year}. */
    record Year(String path, int year) implements Comparable<Year> {

        private static final Comparator<Year> ORDER =
                Comparator.comparing(Year::path).thenComparingInt(Year::year);

        @Override
        public int compareTo(Year other) {
            return ORDER.compare(this, other);
        }
    }

    /** Up to which span totals of units with a path of some length are kept; what is finer stands in texts by year. */
    static Span finest(int length) {
        return length == FINE ? Span.DAY : Span.YEAR;
    }

    /** At all above the unit with this path. */
    void add(String path, Turns turns) {
        for (int length = FINE; length < path.length(); length += Unit.SEGMENT) {
            var above = path.substring(0, length);
            var finest = finest(length);
            turns.forEach((turn, heads) -> add(above, finest, turn.day(), turn.sort(), heads));
        }
    }

    private void add(String path, Span finest, LocalDate day, Sort sort, Heads heads) {
        for (var span : Span.values()) {
            if (span.compareTo(finest) > 0) break;
            changes.merge(new Place(path, span, span.first(day), sort), heads, Heads::sum);
        }
        if (finest == Span.DAY) return;
        years.computeIfAbsent(new Year(path, day.getYear()), none -> new Turns())
                .add(day, sort, heads);
    }

    Map<Place, Heads> changes() {
        return changes;
    }

    Map<Year, Turns> years() {
        return years;
    }
}
