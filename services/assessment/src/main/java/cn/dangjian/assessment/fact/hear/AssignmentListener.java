package cn.dangjian.assessment.fact.hear;

import cn.dangjian.assessment.fact.book.Told;
import cn.dangjian.assessment.fact.book.Told.Value;
import cn.dangjian.assessment.fact.hear.WorkTable.Addressed;
import cn.dangjian.assessment.fact.hear.WorkTable.Changed;
import cn.dangjian.assessment.fact.hear.WorkTable.Moved;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears which units were given what until when, when they handed it in, and what was returned. */
@Component
class AssignmentListener {

    /** Nobody goes on with it: it counts neither as on time nor as late. */
    private static final Set<String> OVER = Set.of("MERGED", "CLOSED", "WITHDRAWN");

    private final FoldWork foldWork;
    private final Days days;

    AssignmentListener(FoldWork foldWork, Days days) {
        this.foldWork = foldWork;
        this.days = days;
    }

    /** Of {@code task.addressed.v1}. */
    record AddressedChunk(long dispatch, Instant deadline, List<Assignment> assignments) {}

    record Assignment(long id, long unit) {}

    /** Of {@code task.assignment-changed.v1}; dueAt: its own date; returned: a reviewer has just sent it back. */
    record AssignmentChanged(
            long assignment,
            long dispatch,
            long unit,
            String state,
            Instant at,
            @Nullable Instant dueAt,
            @Nullable Boolean returned) {

        boolean isHandedIn() {
            return state.equals("SUBMITTED") || state.equals("APPROVED");
        }

        boolean isOver() {
            return OVER.contains(state);
        }

        /** What merely stands there, is passed on, given a date or opened again was not returned by that. */
        boolean isReturned() {
            return Boolean.TRUE.equals(returned);
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
            if (data.isReturned())
                returned.add(Told.happened(
                        "task.returned",
                        // when it was returned says which return it is, also if all is told again
                        "assignment:" + data.assignment() + "@" + data.at().toEpochMilli(),
                        data.unit(),
                        event,
                        new Value(days.dayOf(data.at()), 1, 1)));
        }
        foldWork.change(events.stream().map(AssignmentListener::changed).toList(), returned);
    }

    /** Of {@code task.dispatch-changed.v1} when it is due now. */
    record DispatchChanged(long dispatch, Instant deadline) {}

    @Hears(value = "task.dispatch-changed.v1", order = Order.OWN)
    void onDispatch(List<Event<DispatchChanged>> events) {
        for (var event : events)
            foldWork.extend(new Moved(event.data().dispatch(), event.data().deadline(), event.version()));
    }

    private static Changed changed(Event<AssignmentChanged> event) {
        var data = event.data();
        return new Changed(
                data.assignment(),
                data.dispatch(),
                data.unit(),
                data.isHandedIn() ? data.at() : null,
                data.isOver(),
                data.state(),
                data.dueAt(),
                event.version(),
                event.id().toString());
    }
}
