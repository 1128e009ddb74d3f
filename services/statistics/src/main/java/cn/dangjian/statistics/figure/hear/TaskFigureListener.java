package cn.dangjian.statistics.figure.hear;

import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import cn.dangjian.statistics.figure.hear.WorkRepository.Addressed;
import cn.dangjian.statistics.figure.hear.WorkRepository.Changed;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears what units were given until when, when they handed it in, and what was returned. */
@Component
class TaskFigureListener {

    private static final Set<String> TO_DO = Set.of("ADDRESSED", "SIGNED", "BROKEN_DOWN", "WORKING");
    private static final Set<String> HANDED_IN = Set.of("SUBMITTED", "IN_REVIEW", "APPROVED");
    private static final Set<String> ENDED = Set.of("WITHDRAWN", "MERGED", "CLOSED");

    private final FoldWork foldWork;

    TaskFigureListener(FoldWork foldWork) {
        this.foldWork = foldWork;
    }

    /** Of {@code task.addressed.v1}. */
    record AddressedChunk(Instant deadline, List<Assignment> assignments) {}

    record Assignment(long id, long unit) {}

    /** Of {@code task.assignment-changed.v1}. */
    record AssignmentChanged(
            long assignment,
            long unit,
            String state,
            @Nullable Instant signedAt,
            @Nullable Instant dueAt,
            Instant at) {}

    @Hears(value = "task.addressed.v1", order = Order.OWN)
    void onAddressed(List<Event<AddressedChunk>> events) {
        foldWork.address(events.stream()
                .flatMap(event -> addressed(event, event.occurredAt()))
                .toList());
    }

    @Hears(value = "task.deadline-moved.v1", order = Order.OWN)
    void onDeadlineMoved(List<Event<AddressedChunk>> events) {
        foldWork.address(
                events.stream().flatMap(event -> addressed(event, null)).toList());
    }

    private static Stream<Addressed> addressed(Event<AddressedChunk> event, @Nullable Instant addressedAt) {
        return event.data().assignments().stream()
                .map(one -> new Addressed(
                        one.id(),
                        one.unit(),
                        addressedAt,
                        event.data().deadline(),
                        event.version(),
                        event.type(),
                        event.id().toString(),
                        event.occurredAt()));
    }

    @Hears(value = "task.assignment-changed.v1", order = Order.OWN)
    void onChanged(List<Event<AssignmentChanged>> events) {
        foldWork.change(events.stream().map(TaskFigureListener::changed).toList());
    }

    private static Changed changed(Event<AssignmentChanged> event) {
        var data = event.data();
        return new Changed(
                data.assignment(),
                data.unit(),
                HANDED_IN.contains(data.state()) ? data.at() : null,
                TO_DO.contains(data.state()) ? data.dueAt() : null,
                data.signedAt() != null,
                ENDED.contains(data.state()),
                data.state().equals("RETURNED") ? data.at() : null,
                event.version(),
                event.type(),
                event.id().toString(),
                event.occurredAt());
    }
}
