package cn.dangjian.assessment.fact.hear;

import cn.dangjian.assessment.fact.book.FactBook;
import cn.dangjian.assessment.fact.book.Told;
import cn.dangjian.assessment.fact.book.Told.Value;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears how the work with members stands at each unit: whole states, of which the newest of a page counts. */
@Component
class MemberListener {

    private final FactBook facts;
    private final Days days;

    MemberListener(FactBook facts, Days days) {
        this.facts = facts;
        this.days = days;
    }

    /** Of {@code member.work-changed.v1}. */
    record WorkChanged(List<UnitWork> units) {}

    record UnitWork(long unit, LocalDate asOf, Files files, Development development, Floating floating) {}

    record Files(long asked, long there) {}

    record Development(long overdue) {}

    record Floating(long out, long contacted) {}

    /** Of {@code member.counts-changed.v1}. */
    record CountsChanged(List<UnitCounts> counts) {}

    record UnitCounts(
            long unit,
            long full,
            long probationary,
            @Nullable Map<String, Long> classes) {}

    @Hears(value = "member.work-changed.v1", order = Order.LATEST)
    void onWork(Event<WorkChanged> event) {
        var told = new ArrayList<Told>();
        for (var work : event.data().units()) {
            var day = work.asOf();
            told.add(state(
                    "member.files-complete",
                    work.unit(),
                    event,
                    day,
                    work.files().there(),
                    work.files().asked()));
            long overdue = work.development().overdue();
            told.add(state("member.development-overdue", work.unit(), event, day, overdue, overdue));
            told.add(state(
                    "member.floating-contacted",
                    work.unit(),
                    event,
                    day,
                    work.floating().contacted(),
                    work.floating().out()));
        }
        facts.save(told);
    }

    @Hears(value = "member.counts-changed.v1", order = Order.LATEST)
    void onCounts(Event<CountsChanged> event) {
        var day = days.dayOf(event.occurredAt());
        var told = new ArrayList<Told>();
        for (var counts : event.data().counts()) {
            long members = counts.full() + counts.probationary();
            var classes = counts.classes();
            // whoever tells no classes has counted before there were any: nobody is blamed for that
            long unknown = classes == null ? 0 : classes.getOrDefault("UNKNOWN", 0L);
            told.add(state("member.counted", counts.unit(), event, day, members - unknown, members));
        }
        facts.save(told);
    }

    private static Told state(
            String measure, long unit, Event<?> event, LocalDate day, long numerator, long denominator) {
        return Told.state(measure, unit, event, List.of(new Value(day, numerator, denominator)));
    }
}
