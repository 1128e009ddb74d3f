package cn.dangjian.member.telling.kept;

import cn.dangjian.member.telling.kept.Turns.Turn;
import cn.dangjian.platform.directory.Unit;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What changes of the totals when the numbers of units do: of all that are above each of them, but for the top of the tree,
 * which is no child of anybody who could ask. What is added falls on the same rows again and again, so it is put in order
 * once, at the end.
 */
final class Totals {

    /** The length of paths directly below the top of the tree. */
    private static final int FINE = 2 * Unit.SEGMENT;

    private final Map<Place, Heads> changes = new HashMap<>();
    private final Map<Year, Turns> years = new HashMap<>();

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
        if (turns.isEmpty() || path.length() <= FINE) return;
        var spans = spans(turns);
        for (int length = FINE; length < path.length(); length += Unit.SEGMENT) {
            var above = path.substring(0, length);
            var finest = finest(length);
            spans.forEach((span, sums) -> {
                if (span.compareTo(finest) <= 0) sums.forEach((turn, heads) -> add(above, span, turn, heads));
            });
            if (finest != Span.DAY) turns.forEach((turn, heads) -> addYear(above, turn, heads));
        }
    }

    /** The same turns added up for whole spans, each on the first day of its own. */
    private static Map<Span, Turns> spans(Turns turns) {
        var spans = new EnumMap<Span, Turns>(Span.class);
        var finer = turns;
        for (var span = Span.DAY; ; span = span.wider()) {
            var sums = new Turns();
            var of = span;
            finer.forEach((turn, heads) -> sums.add(of.first(turn.day()), turn.sort(), heads));
            spans.put(span, sums);
            if (span == Span.ALL) return spans;
            finer = sums;
        }
    }

    private void add(String path, Span span, Turn turn, Heads heads) {
        changes.merge(new Place(path, span, turn.day(), turn.sort()), heads, Heads::sum);
    }

    private void addYear(String path, Turn turn, Heads heads) {
        years.computeIfAbsent(new Year(path, turn.day().getYear()), none -> new Turns())
                .add(turn.day(), turn.sort(), heads);
    }

    /** In an order that is always the same, so that nobody waits for each other in a circle. */
    SortedMap<Place, Heads> changes() {
        return new TreeMap<>(changes);
    }

    /** In an order that is always the same. */
    SortedMap<Year, Turns> years() {
        return new TreeMap<>(years);
    }
}
