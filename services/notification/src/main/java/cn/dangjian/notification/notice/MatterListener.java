package cn.dangjian.notification.notice;

import cn.dangjian.notification.feed.Kind;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears what other services want units to look at that is about no task (事项). Persons are not named in an inbox. */
@Component
class MatterListener {

    private final TellVerdicts tellVerdicts;
    private final Days days;

    MatterListener(TellVerdicts tellVerdicts, Days days) {
        this.tellVerdicts = tellVerdicts;
        this.days = days;
    }

    /** Of {@code assessment.step-overdue.v1}. */
    record StepOverdue(String kind, long id, long owner, List<Long> mustAct, LocalDate due) {}

    @Hears("assessment.step-overdue.v1")
    void onStepOverdue(List<Event<StepOverdue>> events) {
        tellVerdicts.tell(events.stream().flatMap(this::steps).toList());
    }

    private Stream<Notice> steps(Event<StepOverdue> event) {
        var step = event.data();
        return step.mustAct().stream()
                .map(unit -> Notice.matter(
                        "step:" + step.kind() + ":" + step.id() + ":" + unit,
                        event.version(),
                        unit,
                        step.owner(),
                        Kind.STEP_OVERDUE,
                        null,
                        days.endOf(step.due()),
                        null));
    }

    /** Of {@code dues.remittance-reminded.v1}. */
    record RemittanceReminded(long reminder, long unit, long by, LocalDate since, String text) {}

    @Hears("dues.remittance-reminded.v1")
    void onRemittanceReminded(List<Event<RemittanceReminded>> events) {
        tellVerdicts.tell(events.stream().map(this::reminder).toList());
    }

    private Notice reminder(Event<RemittanceReminded> event) {
        var said = event.data();
        return Notice.matter(
                "remittance:" + said.reminder() + ":" + said.unit(),
                event.version(),
                said.unit(),
                said.by(),
                Kind.REMITTANCE_REMINDED,
                said.text(),
                days.startOf(said.since()),
                null);
    }

    /** Of {@code dues.arrears-case-changed.v1}; who it is stays there. */
    record ArrearsCase(
            long arrearsCase,
            long unit,
            String state,
            int months,
            @Nullable String document) {

        private @Nullable Kind kind() {
            return switch (state) {
                case "ASKED" -> Kind.ARREARS_ASKED;
                case "ESTABLISHED" -> Kind.ARREARS_ESTABLISHED;
                default -> null;
            };
        }
    }

    @Hears("dues.arrears-case-changed.v1")
    void onArrearsCase(List<Event<ArrearsCase>> events) {
        tellVerdicts.tell(
                events.stream().flatMap(event -> arrears(event.data())).toList());
    }

    /** Each of these states is told once, however often the case is announced in it. */
    private static Stream<Notice> arrears(ArrearsCase said) {
        var kind = said.kind();
        if (kind == null) return Stream.empty();
        var cause = "arrears:" + said.arrearsCase() + ":" + said.state();
        var document = Objects.requireNonNullElse(said.document(), "");
        return Stream.of(Notice.matter(cause, 1, said.unit(), null, kind, document, null, said.months()));
    }
}
