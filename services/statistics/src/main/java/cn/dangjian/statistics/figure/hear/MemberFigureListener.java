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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears how many members units have, how the work with them stands, and which transfers are under way. */
@Component
class MemberFigureListener {

    private static final long NOBODY = 0;
    private static final Set<String> OVER = Set.of("ACCEPTED", "CLOSED", "REVOKED");

    private final FoldFigures foldFigures;
    private final Days days;

    MemberFigureListener(FoldFigures foldFigures, Days days) {
        this.foldFigures = foldFigures;
        this.days = days;
    }

    /** Of {@code member.counts-changed.v1}; what is missing has not been counted. */
    record CountsChanged(List<UnitCounts> counts) {}

    record UnitCounts(
            long unit,
            long full,
            long probationary,
            long retired,
            @Nullable Long applicants,
            @Nullable Long activists,
            @Nullable Long objects,
            @Nullable Long stopped,
            @Nullable Long lost,
            @Nullable Map<String, Long> sexes,
            @Nullable Map<String, Long> classes,
            @Nullable Map<String, Long> ages,
            @Nullable Map<String, Long> educations,
            @Nullable Map<String, Long> ethnicities,
            @Nullable Map<String, Long> admitted) {

        private List<Value> values(LocalDate month) {
            return Value.from(month)
                    .parts("member.members", Map.of("FULL", full, "PROBATIONARY", probationary))
                    .parts("member.sex", orNone(sexes))
                    .parts("member.class", orNone(classes))
                    .parts("member.age", orNone(ages))
                    .parts("member.education", orNone(educations))
                    .parts("member.ethnicity", orNone(ethnicities))
                    .parts("member.admitted", orNone(admitted))
                    .add("member.retired", retired)
                    .add("member.applicants", orZero(applicants))
                    .add("member.activists", orZero(activists))
                    .add("member.objects", orZero(objects))
                    .add("member.stopped", orZero(stopped))
                    .add("member.lost", orZero(lost))
                    .list();
        }

        private static Map<String, Long> orNone(@Nullable Map<String, Long> parts) {
            return parts == null ? Map.of() : parts;
        }

        private static long orZero(@Nullable Long number) {
            return number == null ? 0 : number;
        }
    }

    /** Of {@code member.work-changed.v1}. */
    record WorkChanged(List<UnitWork> units) {}

    record UnitWork(long unit, Files files, Development development, Floating floating) {

        private List<Value> values(LocalDate month) {
            return Value.from(month)
                    .add("member.files-asked", files.asked())
                    .add("member.files-there", files.there())
                    .parts("member.development", development.stages())
                    .add("member.development-overdue", development.overdue())
                    .add("member.floating-out", floating.out())
                    .add("member.floating-in", floating.in())
                    .add("member.floating-contacted", floating.contacted())
                    .add("member.floating-overdue", floating.overdue())
                    .list();
        }
    }

    record Files(long asked, long there) {}

    record Development(Map<String, Long> stages, long overdue) {}

    record Floating(long out, long in, long contacted, long overdue) {}

    /** Of {@code member.transfer-changed.v1}. */
    record TransferChanged(
            long transfer,
            String state,
            @Nullable Long origin,
            @Nullable Long destination) {}

    @Hears(value = "member.counts-changed.v1", order = Order.OWN)
    void onCounts(List<Event<CountsChanged>> events) {
        var told = new ArrayList<Told>();
        for (var event : events) {
            var month = month(event);
            for (var unit : event.data().counts())
                told.add(told("counts:" + unit.unit(), unit.unit(), event, unit.values(month)));
        }
        foldFigures.fold(told);
    }

    @Hears(value = "member.work-changed.v1", order = Order.OWN)
    void onWork(List<Event<WorkChanged>> events) {
        var told = new ArrayList<Told>();
        for (var event : events) {
            var month = month(event);
            for (var unit : event.data().units())
                told.add(told("work:" + unit.unit(), unit.unit(), event, unit.values(month)));
        }
        foldFigures.fold(told);
    }

    /** A transfer is under way at both ends; the end that is in another province is nobody's here. */
    @Hears(value = "member.transfer-changed.v1", order = Order.OWN)
    void onTransfer(List<Event<TransferChanged>> events) {
        var told = new ArrayList<Told>();
        for (var event : events) {
            var transfer = event.data();
            var under = OVER.contains(transfer.state()) ? Map.<String, Long>of() : Map.of(transfer.state(), 1L);
            var origin = transfer.origin();
            var destination = transfer.destination();
            String name = "transfer:" + transfer.transfer();
            told.add(end(name + ":out", "member.transfers-out", origin, under, event));
            told.add(end(name + ":in", "member.transfers-in", destination, under, event));
        }
        foldFigures.fold(told);
    }

    /** Where an end has become nobody's here, nothing is told of it, so that what was told before is over. */
    private Told end(String source, String measure, @Nullable Long unit, Map<String, Long> under, Event<?> event) {
        return told(
                source,
                unit == null ? NOBODY : unit,
                event,
                Value.from(month(event))
                        .parts(measure, unit == null ? Map.of() : under)
                        .list());
    }

    private Told told(String source, long unit, Event<?> event, List<Value> values) {
        return new Told(source, month(event), unit, event.version(), Origin.of(event), values);
    }

    private LocalDate month(Event<?> event) {
        return Months.of(days.dayOf(event.occurredAt()));
    }
}
