package cn.dangjian.statistics.figure.hear;

import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import cn.dangjian.statistics.figure.kept.FoldFigures;
import cn.dangjian.statistics.figure.kept.Months;
import cn.dangjian.statistics.figure.kept.Told;
import cn.dangjian.statistics.figure.kept.Told.Origin;
import cn.dangjian.statistics.figure.kept.Value;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Hears what was billed, collected and passed on at units in each month, and who has not paid. */
@Component
class DuesFigureListener {

    private final FoldFigures foldFigures;
    private final Days days;

    DuesFigureListener(FoldFigures foldFigures, Days days) {
        this.foldFigures = foldFigures;
        this.days = days;
    }

    /** Of {@code dues.unit-month-changed.v1}; money in yuan. */
    record UnitMonthChanged(
            long unit,
            YearMonth month,
            long payers,
            BigDecimal billed,
            BigDecimal collected,
            BigDecimal passedOn,
            BigDecimal received) {

        private List<Value> values() {
            return Value.from(month.atDay(1))
                    .add("dues.payers", payers)
                    .add("dues.billed", fen(billed))
                    .add("dues.collected", fen(collected))
                    .add("dues.passed-on", fen(passedOn))
                    .add("dues.received", fen(received))
                    .list();
        }
    }

    /** Of {@code dues.arrears-changed.v1}. */
    record ArrearsChanged(long unit, long members, List<InARow> byMonths, BigDecimal open) {

        /** By how many months in a row are open; 0 stands for those who owe single months of the past. */
        private Map<String, Long> parts() {
            var parts = new TreeMap<String, Long>();
            long rest = members;
            for (var some : byMonths) {
                if (some.members() != 0) parts.put(String.valueOf(some.months()), some.members());
                rest -= some.members();
            }
            if (rest != 0) parts.put("0", rest);
            return parts;
        }
    }

    record InARow(int months, long members) {}

    @Hears(value = "dues.unit-month-changed.v1", order = Order.OWN)
    void onMonth(List<Event<UnitMonthChanged>> events) {
        foldFigures.fold(events.stream()
                .map(event -> new Told(
                        event.key(),
                        Months.ALWAYS,
                        event.data().unit(),
                        event.version(),
                        Origin.of(event),
                        event.data().values()))
                .toList());
    }

    @Hears(value = "dues.arrears-changed.v1", order = Order.OWN)
    void onArrears(List<Event<ArrearsChanged>> events) {
        foldFigures.fold(events.stream().map(this::arrears).toList());
    }

    private Told arrears(Event<ArrearsChanged> event) {
        var month = Months.of(days.dayOf(event.occurredAt()));
        var arrears = event.data();
        return new Told(
                event.key(),
                month,
                arrears.unit(),
                event.version(),
                Origin.of(event),
                Value.from(month)
                        .parts("dues.owing", arrears.parts())
                        .add("dues.open", fen(arrears.open()))
                        .list());
    }

    private static long fen(BigDecimal yuan) {
        return yuan.movePointRight(2).longValueExact();
    }
}
