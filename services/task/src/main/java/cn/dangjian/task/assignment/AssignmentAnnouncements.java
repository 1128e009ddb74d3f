package cn.dangjian.task.assignment;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.events.Outbox;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.task.dispatch.DispatchId;
import cn.dangjian.task.flow.AssignmentId;
import cn.dangjian.task.flow.State;
import cn.dangjian.task.voice.Heeding.Heeded;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the house hears of an assignment: its whole state after each change. */
@Component
class AssignmentAnnouncements {

    private final Outbox outbox;

    AssignmentAnnouncements(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * The data of {@code contracts/events/assignment-changed.v1}.
     *
     * @param fromUnit the unit that was addressed, if another one has it now
     * @param dueAt its own date, if it has one
     * @param reason why it was returned, withdrawn or opened again just now
     * @param returned whether a reviewer has sent it back just now
     * @param reopened whether it was over and goes on again since just now
     * @param voice what its unit answered, if that was accepted just now
     * @param passed what became of it when its unit ended; null if it goes on
     */
    record AssignmentChanged(
            AssignmentId assignment,
            DispatchId dispatch,
            UnitId unit,
            State state,
            @Nullable OffsetDateTime signedAt,
            OffsetDateTime at,
            String by,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            UnitId fromUnit,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            OffsetDateTime dueAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reason,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean returned,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean reopened,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long voice,

            @JsonInclude(JsonInclude.Include.NON_NULL) @JsonUnwrapped @Nullable
            Passed passed) {}

    /**
     * That nobody goes on with an assignment.
     *
     * @param joinedTo the assignment that goes on instead, if any does
     * @param heir the unit that has that one
     * @param document by which the unit ended
     */
    record Passed(
            @Nullable AssignmentId joinedTo,
            @Nullable UnitId heir,
            @Nullable String document) {}

    void changed(Assignment assignment, Caller caller, OffsetDateTime at) {
        reviewed(assignment, null, caller, at);
    }

    /** @param reason why it was returned; null if it was approved */
    void reviewed(Assignment assignment, @Nullable String reason, Caller caller, OffsetDateTime at) {
        var change = new Change(reason, reason == null ? null : true, null, null, null);
        outbox.appendAll(List.of(entry(assignment, change, caller.subject(), at)));
    }

    /** Of one that was approved or withdrawn, and goes on again. */
    static Outbox.Entry reopened(Assignment assignment, String reason, String subject, OffsetDateTime at) {
        return entry(assignment, new Change(reason, null, true, null, null), subject, at);
    }

    void passed(List<Outbox.Entry> entries) {
        outbox.appendAll(entries);
    }

    /** @param joinedTo what goes on instead; null if nothing does */
    void heeded(Assignment assignment, Heeded heeded, @Nullable AssignmentId joinedTo) {
        var passed = joinedTo == null ? null : new Passed(joinedTo, null, null);
        var change = new Change(heeded.reason(), null, null, heeded.voice(), passed);
        outbox.appendAll(
                List.of(entry(assignment, change, heeded.subject(), heeded.at().atOffset(ZoneOffset.UTC))));
    }

    /** @param passed null if the assignment goes on */
    static Outbox.Entry entry(Assignment assignment, @Nullable Passed passed, String subject, OffsetDateTime at) {
        return entry(assignment, null, passed, subject, at);
    }

    /** @param reason why it was withdrawn */
    static Outbox.Entry entry(
            Assignment assignment,
            @Nullable String reason,
            @Nullable Passed passed,
            String subject,
            OffsetDateTime at) {
        return entry(assignment, new Change(reason, null, null, null, passed), subject, at);
    }

    /** What {@link AssignmentChanged} says of nothing but the event itself. */
    private record Change(
            @Nullable String reason,
            @Nullable Boolean returned,
            @Nullable Boolean reopened,
            @Nullable Long voice,
            @Nullable Passed passed) {}

    private static Outbox.Entry entry(Assignment assignment, Change change, String subject, OffsetDateTime at) {
        return new Outbox.Entry(
                "task.assignment-changed.v1",
                "assignment:" + assignment.id().value(),
                assignment.version(),
                subject,
                new AssignmentChanged(
                        assignment.id(),
                        assignment.dispatchId(),
                        assignment.unitId(),
                        assignment.state(),
                        assignment.signedAt(),
                        at,
                        subject,
                        assignment.fromUnit(),
                        assignment.dueAt(),
                        change.reason(),
                        change.returned(),
                        change.reopened(),
                        change.voice(),
                        change.passed()));
    }
}
