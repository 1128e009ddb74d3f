package cn.dangjian.assessment.fact.hear;

import cn.dangjian.assessment.fact.book.FactBook;
import cn.dangjian.assessment.fact.book.Told;
import cn.dangjian.assessment.fact.book.Told.Value;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hears how many of the units with members at a place are covered by a Party organization. */
@Component
class CoverageListener {

    private final FactBook facts;

    CoverageListener(FactBook facts) {
        this.facts = facts;
    }

    /** Of {@code organization.coverage-changed.v1}. */
    record CoverageChanged(long unit, LocalDate asOf, long covered, long shouldBeCovered, long notYet) {}

    @Hears(value = "organization.coverage-changed.v1", order = Order.LATEST)
    void on(List<Event<CoverageChanged>> events) {
        facts.save(events.stream().map(CoverageListener::told).toList());
    }

    private static Told told(Event<CoverageChanged> event) {
        var told = event.data();
        long withMembers = told.covered() + told.shouldBeCovered() + told.notYet();
        return Told.state(
                "organization.covered",
                told.unit(),
                event,
                List.of(new Value(told.asOf(), told.covered(), withMembers)));
    }
}
