package cn.dangjian.assessment.fact.hear;

import cn.dangjian.assessment.fact.book.FactBook;
import cn.dangjian.assessment.fact.book.Told;
import cn.dangjian.assessment.fact.book.Told.Value;
import cn.dangjian.assessment.fact.measure.MeasureTable;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hears facts of measures that another service has announced. */
@Component
class ToldListener {

    private final FactBook facts;
    private final MeasureTable measures;

    ToldListener(FactBook facts, MeasureTable measures) {
        this.facts = facts;
        this.measures = measures;
    }

    /** Of {@code assessment.facts-told.v1}: the whole state of each thing named. */
    record FactsTold(String measure, List<Thing> things) {}

    record Thing(String thing, long unit, LocalDate day, long numerator, long denominator) {}

    /** @throws IllegalStateException if nobody has announced the measure yet: heard again behind that */
    @Hears(value = "assessment.facts-told.v1", order = Order.LATEST)
    void on(List<Event<FactsTold>> events) {
        var kept = new HashMap<String, Boolean>();
        var told = new ArrayList<Told>();
        for (var event : events) {
            var data = event.data();
            boolean isState = kept.computeIfAbsent(data.measure(), this::isKept);
            for (var thing : data.things()) told.add(told(isState, data.measure(), thing, event));
        }
        facts.save(told);
    }

    private boolean isKept(String measure) {
        return measures.find(measure)
                .orElseThrow(() -> new IllegalStateException("Nobody has announced measure " + measure))
                .kept();
    }

    private static Told told(boolean kept, String measure, Thing thing, Event<?> event) {
        var value = new Value(thing.day(), thing.numerator(), thing.denominator());
        return kept
                ? Told.state(measure, thing.unit(), event, List.of(value))
                : Told.happened(measure, thing.thing(), thing.unit(), event, value);
    }
}
