package cn.dangjian.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Measured values of one kind, in the order of the turns or of the blocks. */
record Figures(List<Double> values) {

    static final String HEAD = "| | median | min | max | goal |\n|---|---|---|---|---|\n";

    private static final double WIDEST = 0.25;

    Figures {
        if (values.isEmpty()) throw new IllegalArgumentException("Nothing was measured");
        values = List.copyOf(values);
    }

    static <T> Figures of(List<T> measured, ToDoubleFunction<T> figure) {
        return new Figures(measured.stream().mapToDouble(figure).boxed().toList());
    }

    /** One value for each turn: what it took on average each time. */
    static <T> Figures ofTurns(List<List<T>> turns, ToDoubleFunction<T> figure) {
        return of(turns, turn -> mean(turn, figure));
    }

    static <T> double mean(List<T> measured, ToDoubleFunction<T> figure) {
        return measured.stream().mapToDouble(figure).average().orElseThrow();
    }

    /** The smaller one of the two turns that a side has in each block: what disturbs a turn only ever adds to it. */
    Figures leastOfBlocks() {
        return new Figures(IntStream.range(0, values.size() / 2)
                .mapToObj(block -> Math.min(values.get(2 * block), values.get(2 * block + 1)))
                .toList());
    }

    /** Value by value. */
    Figures over(Figures control) {
        return new Figures(IntStream.range(0, values.size())
                .mapToObj(i -> values.get(i) / control.values.get(i))
                .toList());
    }

    double median() {
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        if (sorted.size() % 2 == 1) return sorted.get(middle);
        return (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    double min() {
        return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    double max() {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /** How far the values lie apart, as a share of their median. */
    double spread() {
        return (max() - min()) / median();
    }

    /** A control that is so uneven says that the machine had other things to do. */
    boolean isTooUneven() {
        return spread() > WIDEST;
    }

    /** A line of the table under {@link #HEAD}. */
    String line(String what, String goal) {
        return "| %s | %s | %s | %s | %s |%n".formatted(what, shown(median()), shown(min()), shown(max()), goal);
    }

    /** How even a control was, as a sentence below the table; a table whose control was too uneven is doubtful. */
    String evenness(String control) {
        var sentence = "%s alone: %s to %s s, a spread of %.0f %%."
                .formatted(control, shown(min()), shown(max()), spread() * 100);
        return "%n%s%s%n"
                .formatted(
                        sentence,
                        isTooUneven() ? " **Doubtful**: more than 25 %; run it again on a quiet machine." : "");
    }

    /** Three digits that count, all of a large number. */
    static String shown(double value) {
        if (Math.abs(value) >= 100) return String.format(Locale.ROOT, "%,.0f", value);
        if (Math.abs(value) >= 10) return String.format(Locale.ROOT, "%.1f", value);
        if (Math.abs(value) >= 0.1) return String.format(Locale.ROOT, "%.2f", value);
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
