package cn.dangjian.assessment.fact.hear;

import cn.dangjian.assessment.fact.book.FactBook;
import cn.dangjian.assessment.fact.book.Told;
import cn.dangjian.assessment.fact.book.Told.Value;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears which units a county has found weak (软弱涣散): what was only screened, or dismissed, counts for nothing. */
@Component
class WeakListener {

    private final FactBook facts;
    private final Days days;

    WeakListener(FactBook facts, Days days) {
        this.facts = facts;
        this.days = days;
    }

    /** Of {@code organization.weak-case-changed.v1}. */
    record WeakCaseChanged(
            long id, long unit, String state, @Nullable LocalDate periodFrom) {}

    @Hears(value = "organization.weak-case-changed.v1", order = Order.LATEST)
    void on(List<Event<WeakCaseChanged>> events) {
        facts.save(events.stream().map(this::told).toList());
    }

    private Told told(Event<WeakCaseChanged> event) {
        var found = event.data();
        var from = found.periodFrom();
        boolean counts = from != null
                && !found.state().equals("SCREENED")
                && !found.state().equals("DISMISSED");
        var day = from == null ? days.dayOf(event.occurredAt()) : from;
        return Told.happened(
                "organization.weak", "case:" + found.id(), found.unit(), event, new Value(day, counts ? 1 : 0, 1));
    }
}
