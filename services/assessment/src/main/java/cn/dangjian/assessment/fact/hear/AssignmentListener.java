package cn.dangjian.assessment.fact.hear;

import cn.dangjian.assessment.fact.book.Told;
import cn.dangjian.assessment.fact.book.Told.Value;
import cn.dangjian.assessment.fact.hear.WorkTable.Addressed;
import cn.dangjian.assessment.fact.hear.WorkTable.Changed;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears which units were given what until when, when they handed it in, and what was returned. */
@Component
class AssignmentListener {

    private final FoldWork foldWork;
    private final Days days;

    AssignmentListener(FoldWork foldWork, Days days) {
        this.foldWork = foldWork;
        this.days = days;
    }

    /** Of {@code task.addressed.v1}. */
    record AddressedChunk(long dispatch, Instant deadline, List<Assignment> assignments) {}

    record Assignment(long id, long unit) {}

    /** Of {@code task.assignment-changed.v1}; dueAt: its own date, if it was given one. */
    record AssignmentChanged(
            long assignment,
            long dispatch,
            long unit,
            String state,
            Instant at,
            @Nullable Instant dueAt) {

        boolean isHandedIn() {
            return state.equals("SUBMITTED") || state.equals("APPROVED");
        }

        boolean isOver() {
            return state.equals("MERGED") || state.equals("CLOSED");
        }
    }

    @Hears(value = "task.addressed.v1", order = Order.OWN)
    void onAddressed(List<Event<AddressedChunk>> events) {
        foldWork.address(
                events.stream().flatMap(event -> addressed(event).stream()).toList());
    }

    private static List<Addressed> addressed(Event<AddressedChunk> event) {
        var chunk = event.data();
        return chunk.assignments().stream()
                .map(one -> new Addressed(
                        one.id(),
                        chunk.dispatch(),
                        one.unit(),
                        chunk.deadline(),
                        event.id().toString()))
                .toList();
    }

    @Hears(value = "task.assignment-changed.v1", order = Order.OWN)
    void onChanged(List<Event<AssignmentChanged>> events) {
        var returned = new ArrayList<Told>();
        for (var event : events) {
            var data = event.data();
            if (data.state().equals("RETURNED"))
                returned.add(Told.happened(
                        "task.returned",
                        "assignment:" + data.assignment() + "@" + event.version(),
                        data.unit(),
                        event,
                        new Value(days.dayOf(data.at()), 1, 1)));
        }
        foldWork.change(events.stream().map(AssignmentListener::changed).toList(), returned);
    }

    private static Changed changed(Event<AssignmentChanged> event) {
        var data = event.data();
        return new Changed(
                data.assignment(),
                data.dispatch(),
                data.unit(),
                data.isHandedIn() ? data.at() : null,
                data.isOver(),
                data.dueAt(),
                event.version(),
                event.id().toString());
    }
}
