package cn.dangjian.statistics.figure.hear;

import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import cn.dangjian.statistics.figure.hear.WorkRepository.Addressed;
import cn.dangjian.statistics.figure.hear.WorkRepository.Changed;
import cn.dangjian.statistics.figure.kept.FoldFigures;
import cn.dangjian.statistics.figure.kept.Months;
import cn.dangjian.statistics.figure.kept.Told;
import cn.dangjian.statistics.figure.kept.Told.Origin;
import cn.dangjian.statistics.figure.kept.Value;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears what units were given until when, when they handed it in, and what was returned. */
@Component
class TaskFigureListener {

    private static final Set<String> HANDED_IN = Set.of("SUBMITTED", "IN_REVIEW", "APPROVED");
    private static final Set<String> ENDED = Set.of("WITHDRAWN", "MERGED", "CLOSED");

    private final FoldWork foldWork;
    private final FoldFigures foldFigures;
    private final Days days;

    TaskFigureListener(FoldWork foldWork, FoldFigures foldFigures, Days days) {
        this.foldWork = foldWork;
        this.foldFigures = foldFigures;
        this.days = days;
    }

    /**
     * Of {@code task.dispatched.v1}.
     *
     * @param issuedAt null if that is when it is told
     */
    record Dispatched(long issuer, @Nullable Instant issuedAt) {}

    /** Of {@code task.addressed.v1}. */
    record AddressedChunk(Instant deadline, @Nullable Instant issuedAt, List<Assignment> assignments) {}

    record Assignment(long id, long unit) {}

    /** Of {@code task.assignment-changed.v1}; returned: a reviewer has just sent it back. */
    record AssignmentChanged(
            long assignment,
            long unit,
            String state,
            @Nullable Instant signedAt,
            @Nullable Instant dueAt,
            @Nullable Boolean returned,
            Instant at) {}

    @Hears(value = "task.dispatched.v1", order = Order.OWN)
    void onDispatched(List<Event<Dispatched>> events) {
        foldFigures.fold(events.stream().map(this::issued).toList());
    }

    private Told issued(Event<Dispatched> event) {
        var at = Objects.requireNonNullElse(event.data().issuedAt(), event.occurredAt());
        return new Told(
                event.key(),
                Months.ALWAYS,
                event.data().issuer(),
                event.version(),
                Origin.of(event),
                Value.from(Months.of(days.dayOf(at))).add("task.issued", 1).list());
    }

    @Hears(value = "task.addressed.v1", order = Order.OWN)
    void onAddressed(List<Event<AddressedChunk>> events) {
        foldWork.address(events.stream()
                .flatMap(event ->
                        addressed(event, Objects.requireNonNullElse(event.data().issuedAt(), event.occurredAt())))
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
                data.dueAt(),
                data.signedAt() != null,
                ENDED.contains(data.state()),
                Boolean.TRUE.equals(data.returned()) ? data.at() : null,
                event.version(),
                event.type(),
                event.id().toString(),
                event.occurredAt());
    }
}
