package cn.dangjian.assessment.fact.hear;

import cn.dangjian.assessment.fact.book.FactBook;
import cn.dangjian.assessment.fact.book.Told;
import cn.dangjian.assessment.fact.book.Told.Value;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hears what was billed, collected and passed on at a unit in a month. */
@Component
class DuesListener {

    private final FactBook facts;

    DuesListener(FactBook facts) {
        this.facts = facts;
    }

    /** Of {@code dues.unit-month-changed.v1}. */
    record UnitMonthChanged(
            long unit,
            YearMonth month,
            BigDecimal billed,
            BigDecimal collected,
            BigDecimal passedOn,
            BigDecimal received) {}

    /** A month counts when it is over: nobody owes on its first day what he may pay until its last one. */
    @Hears(value = "dues.unit-month-changed.v1", order = Order.LATEST)
    void on(List<Event<UnitMonthChanged>> events) {
        facts.save(events.stream().flatMap(event -> told(event).stream()).toList());
    }

    private static List<Told> told(Event<UnitMonthChanged> event) {
        var sums = event.data();
        var day = sums.month().plusMonths(1).atDay(1);
        String thing = "unit-month:" + sums.unit() + ":" + sums.month();
        return List.of(
                Told.happened(
                        "dues.collected",
                        thing,
                        sums.unit(),
                        event,
                        new Value(day, fen(sums.collected()), fen(sums.billed()))),
                Told.happened(
                        "dues.passed-on",
                        thing,
                        sums.unit(),
                        event,
                        new Value(
                                day, fen(sums.passedOn()), fen(sums.collected().add(sums.received())))));
    }

    private static long fen(BigDecimal yuan) {
        return yuan.movePointRight(2).longValueExact();
    }
}
