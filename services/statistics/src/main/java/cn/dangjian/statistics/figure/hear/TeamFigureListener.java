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
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears how the Party teams of units stand, what of the field is covered (覆盖), and which units a county has found weak (软弱涣散). */
@Component
class TeamFigureListener {

    private static final Set<String> WEAK = Set.of("CONFIRMED", "RECTIFYING", "ACCEPTANCE", "CONTINUED");

    private final FoldFigures foldFigures;
    private final Days days;

    TeamFigureListener(FoldFigures foldFigures, Days days) {
        this.foldFigures = foldFigures;
        this.days = days;
    }

    /** Of {@code organization.team-changed.v1}. */
    record TeamChanged(
            long unit,
            long quota,
            long filled,
            @Nullable Boolean secretary,
            @Nullable LocalDate dueOn) {

        /** Nobody tells on the day itself that a term is over: it stands under its month from the beginning. */
        private List<Value> values(LocalDate month) {
            var values = Value.from(month)
                    .add("org.seats", quota)
                    .add("org.seats-filled", filled)
                    .add("org.vacancies", Math.max(0, quota - filled))
                    .add("org.secretary-vacant", Boolean.FALSE.equals(secretary) ? 1 : 0);
            if (dueOn != null) {
                values.add("org.terms", 1);
                values.later("org.terms-due", Months.of(dueOn), 1);
            }
            return values.list();
        }
    }

    /** Of {@code organization.coverage-changed.v1}. */
    record CoverageChanged(long unit, long covered, long shouldBeCovered, long notYet) {

        private List<Value> values(LocalDate month) {
            return Value.from(month)
                    .add("org.places", covered + shouldBeCovered + notYet)
                    .add("org.covered", covered)
                    .add("org.should-be-covered", shouldBeCovered)
                    .list();
        }
    }

    /** Of {@code organization.weak-case-changed.v1}. */
    record WeakCaseChanged(
            long id, long unit, String state, @Nullable Boolean ended) {

        private Map<String, Long> parts() {
            return WEAK.contains(state) && !Boolean.TRUE.equals(ended) ? Map.of(state, 1L) : Map.of();
        }
    }

    @Hears(value = "organization.team-changed.v1", order = Order.OWN)
    void onTeams(List<Event<TeamChanged>> events) {
        foldFigures.fold(events.stream()
                .map(event -> told(event, event.data().unit(), event.data().values(month(event))))
                .toList());
    }

    @Hears(value = "organization.coverage-changed.v1", order = Order.OWN)
    void onCoverage(List<Event<CoverageChanged>> events) {
        foldFigures.fold(events.stream()
                .map(event -> told(event, event.data().unit(), event.data().values(month(event))))
                .toList());
    }

    @Hears(value = "organization.weak-case-changed.v1", order = Order.OWN)
    void onWeakCases(List<Event<WeakCaseChanged>> events) {
        foldFigures.fold(events.stream()
                .map(event -> told(
                        event,
                        event.data().unit(),
                        Value.from(month(event))
                                .parts("org.weak", event.data().parts())
                                .list()))
                .toList());
    }

    private Told told(Event<?> event, long unit, List<Value> values) {
        return new Told(event.key(), month(event), unit, event.version(), Origin.of(event), values);
    }

    private LocalDate month(Event<?> event) {
        return Months.of(days.dayOf(event.occurredAt()));
    }
}
