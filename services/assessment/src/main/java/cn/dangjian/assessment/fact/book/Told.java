package cn.dangjian.assessment.fact.book;

import cn.dangjian.platform.events.Event;
import java.time.LocalDate;
import java.util.List;

/**
 * The whole state of one thing as an event has told it.
 *
 * @param thing what it is about, within the measure: {@code assignment:901}
 * @param kept whether it is a state, which holds from its day until the next one, or something that happened
 * @param values of what happened one, on its day; of a state one for each day from which it becomes another one
 * @param version of the thing: older ones are skipped
 */
public record Told(
        String measure, String thing, boolean kept, long unit, List<Value> values, String event, long version) {

    public record Value(LocalDate day, long numerator, long denominator) {}

    /** How a unit stands from a day on. */
    public static Told state(String measure, long unit, Event<?> event, List<Value> values) {
        return new Told(measure, "unit:" + unit, true, unit, values, event.id().toString(), event.version());
    }

    /** What has happened at a unit. */
    public static Told happened(String measure, String thing, long unit, Event<?> event, Value value) {
        return new Told(measure, thing, false, unit, List.of(value), event.id().toString(), event.version());
    }

    LocalDate since() {
        return kept ? values.getFirst().day() : LocalDate.EPOCH;
    }
}
