package cn.dangjian.assessment.fact.hear;

import cn.dangjian.assessment.fact.book.FactBook;
import cn.dangjian.assessment.fact.book.Told;
import cn.dangjian.assessment.fact.book.Told.Value;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears how the Party team of a unit stands: seats, secretary, and until when it serves. */
@Component
class TeamListener {

    private final FactBook facts;

    TeamListener(FactBook facts) {
        this.facts = facts;
    }

    /** Of {@code organization.team-changed.v1}. */
    record TeamChanged(
            long unit,
            LocalDate asOf,
            int quota,
            int filled,
            @Nullable Boolean secretary,
            @Nullable LocalDate dueOn) {}

    @Hears(value = "organization.team-changed.v1", order = Order.LATEST)
    void on(List<Event<TeamChanged>> events) {
        facts.save(events.stream().flatMap(event -> told(event).stream()).toList());
    }

    private static List<Told> told(Event<TeamChanged> event) {
        var team = event.data();
        var secretary = team.secretary();
        return List.of(
                state("organization.seats-filled", event, new Value(team.asOf(), team.filled(), team.quota())),
                state(
                        "organization.secretary-vacant",
                        event,
                        new Value(team.asOf(), Boolean.FALSE.equals(secretary) ? 1 : 0, secretary == null ? 0 : 1)),
                Told.state("organization.terms-current", team.unit(), event, terms(team)));
    }

    private static Told state(String measure, Event<TeamChanged> event, Value value) {
        return Told.state(measure, event.data().unit(), event, List.of(value));
    }

    /** Nobody tells on the day itself that a term is over: it is known from the first day on. */
    private static List<Value> terms(TeamChanged team) {
        var due = team.dueOn();
        if (due == null) return List.of(new Value(team.asOf(), 0, 0));
        if (!due.isAfter(team.asOf())) return List.of(new Value(team.asOf(), 0, 1));
        var values = new ArrayList<Value>();
        values.add(new Value(team.asOf(), 1, 1));
        values.add(new Value(due, 0, 1));
        return values;
    }
}
