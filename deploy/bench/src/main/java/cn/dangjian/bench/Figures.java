package cn.dangjian.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Measured values of one kind, in the order of the blocks. */
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

    /** Block by block. */
    Figures over(Figures control) {
        return new Figures(IntStream.range(0, values.size())
                .mapToObj(block -> values.get(block) / control.values.get(block))
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

    /** What stands in the place of a table whose control was too uneven. */
    String excuse(String control) {
        return "Void: %s alone spreads by %.0f %% (%s to %s s), more than 25 %%. Run it again on a quiet machine.%n"
                .formatted(control, spread() * 100, shown(min()), shown(max()));
    }

    /** Three digits that count, all of a large number. */
    static String shown(double value) {
        if (Math.abs(value) >= 100) return String.format(Locale.ROOT, "%,.0f", value);
        if (Math.abs(value) >= 10) return String.format(Locale.ROOT, "%.1f", value);
        if (Math.abs(value) >= 0.1) return String.format(Locale.ROOT, "%.2f", value);
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
