package cn.dangjian.member.telling.kept;

import cn.dangjian.member.person.standing.Period;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** How numbers turned from day to day (增减): what they add up to until a day is who there was on it. */
final class Turns {

    private final Map<Turn, Heads> turns = new HashMap<>();

    /** Of one sort, on a day. */
    record Turn(LocalDate day, Sort sort) implements Comparable<Turn> {

        private static final Comparator<Turn> ORDER =
                Comparator.comparing(Turn::day).thenComparing(Turn::sort);

        @Override
        public int compareTo(Turn other) {
            return ORDER.compare(this, other);
        }
    }

    void add(LocalDate day, Sort sort, Heads heads) {
        turns.merge(new Turn(day, sort), heads, Heads::sum);
    }

    /** That people were of a sort for a time. */
    void add(LocalDate from, LocalDate to, Sort sort, Heads heads) {
        add(from, sort, heads);
        if (!to.equals(Period.OPEN)) add(to.plusDays(1), sort, heads.negated());
    }

    void forEach(BiConsumer<Turn, Heads> use) {
        turns.forEach(use);
    }

    /** Who there was on a day. */
    Map<Sort, Heads> until(LocalDate day) {
        var heads = new TreeMap<Sort, Heads>();
        turns.forEach((turn, change) -> {
            if (!turn.day().isAfter(day)) heads.merge(turn.sort(), change, Heads::sum);
        });
        return heads;
    }

    /** What these have more than others. */
    Turns minus(Turns others) {
        var difference = new Turns();
        difference.turns.putAll(turns);
        others.forEach((turn, heads) -> difference.turns.merge(turn, heads.negated(), Heads::sum));
        return difference;
    }

    boolean isEmpty() {
        return turns.isEmpty();
    }

    static Turns parse(String text) {
        var parsed = new Turns();
        text.lines().forEach(line -> {
            var words = line.split(",", -1);
            parsed.add(
                    LocalDate.parse(words[0]),
                    Sort.of(words[1], words[2]),
                    new Heads(Integer.parseInt(words[3]), Integer.parseInt(words[4])));
        });
        return parsed;
    }

    /** What a text says of the days after one; lines of days before are not taken apart. */
    static Map<Sort, Heads> after(LocalDate day, String text) {
        var heads = new TreeMap<Sort, Heads>();
        var last = day.toString();
        text.lines()
                .filter(line -> line.substring(0, last.length()).compareTo(last) > 0)
                .forEach(line -> {
                    var words = line.split(",", -1);
                    heads.merge(
                            Sort.of(words[1], words[2]),
                            new Heads(Integer.parseInt(words[3]), Integer.parseInt(words[4])),
                            Heads::sum);
                });
        return heads;
    }

    /** One line for each, by day. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        new TreeMap<>(turns).forEach((turn, heads) -> text.append(turn.day())
                .append(',')
                .append(turn.sort().status().name())
                .append(',')
                .append(turn.sort().className())
                .append(',')
                .append(heads.people())
                .append(',')
                .append(heads.lost())
                .append('\n'));
        return text.toString();
    }
}
