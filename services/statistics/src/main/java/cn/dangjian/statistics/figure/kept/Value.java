package cn.dangjian.statistics.figure.kept;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A value of a unit.
 *
 * @param slot which part of the measure; empty for the whole
 * @param from the month of a flow; the month from which on a state is so
 */
public record Value(String measure, String slot, LocalDate from, long value) {

    /** Values from a month on. What is zero is left out. */
    public static Collector from(LocalDate month) {
        return new Collector(month);
    }

    /** Collects the values of one event. */
    public static final class Collector {

        private final LocalDate month;
        private final List<Value> values = new ArrayList<>();

        private Collector(LocalDate month) {
            this.month = month;
        }

        public Collector add(String measure, long value) {
            return add(measure, "", month, value);
        }

        /** A value that becomes so in a later month. */
        public Collector later(String measure, LocalDate from, long value) {
            return add(measure, "", from, value);
        }

        /** The parts of a measure, and their sum as the whole. */
        public Collector parts(String measure, Map<String, Long> parts) {
            long whole = 0;
            for (var part : parts.entrySet()) {
                add(measure, part.getKey(), month, part.getValue());
                whole += part.getValue();
            }
            return add(measure, "", month, whole);
        }

        private Collector add(String measure, String slot, LocalDate from, long value) {
            if (value != 0) values.add(new Value(measure, slot, from, value));
            return this;
        }

        public List<Value> list() {
            return List.copyOf(values);
        }
    }
}
