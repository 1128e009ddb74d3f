package cn.dangjian.task.relay;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import cn.dangjian.task.assignment.MoveAssignment;
import cn.dangjian.task.dispatch.Dispatch;
import cn.dangjian.task.dispatch.DispatchTask;
import cn.dangjian.task.dispatch.DispatchTask.Companions;
import cn.dangjian.task.dispatch.DispatchTask.Part;
import cn.dangjian.task.dispatch.Target;
import cn.dangjian.task.flow.AssignmentId;
import cn.dangjian.task.flow.Move;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 转派: a unit breaks down what it was given: it adds its text, says for whom, and sets a date not later than its own. */
@Service
class ForwardTask {

    private final MoveAssignment assignments;
    private final DispatchTask dispatchTask;
    private final CompanionTable companions;

    ForwardTask(MoveAssignment assignments, DispatchTask dispatchTask, CompanionTable companions) {
        this.assignments = assignments;
        this.dispatchTask = dispatchTask;
        this.companions = companions;
    }

    /**
     * What is forwarded.
     *
     * @param text added to those above, which stay as they are
     * @param goal null for the one above
     * @param earlyReason why it is due before the date above
     * @param target null for the next tier
     * @param cooperators who helps (协办)
     * @param copies who is to know of it (抄送)
     */
    record Forwarding(
            @NotBlank @Stripped(lines = true) @Size(max = 20000)
            String text,

            @Nullable @Stripped(lines = true) @Size(max = 1000)
            String goal,

            @NotNull OffsetDateTime deadline,

            @Nullable @Stripped(lines = true) @Size(max = 500)
            String earlyReason,

            @Nullable @Valid Target target,
            @Nullable @Size(max = 50) List<@NotNull UnitId> cooperators,
            @Nullable @Size(max = 50) List<@NotNull UnitId> copies) {}

    @Transactional
    Dispatch forward(AssignmentId id, Forwarding order, Desk desk, Seen seen) {
        var assignment = assignments.own(id, Move.BREAK_DOWN, desk, seen);
        var due = assignments.due(assignment);
        var deadline = notLater(order.deadline(), due);
        boolean early = deadline.isBefore(due);
        var reason = order.earlyReason();
        RelayRefusal.REASON_MISSING.when(early && (reason == null || reason.isBlank()));
        var with = companions(order, desk);

        var part = new Part(
                id.value(),
                assignment.dispatchId(),
                order.text(),
                order.goal(),
                deadline,
                early ? reason : null,
                order.target(),
                with);
        var forwarding = dispatchTask.forward(part, desk);
        companions.insert(forwarding.id(), with);
        assignments.move(assignment, Move.BREAK_DOWN, desk);
        return forwarding;
    }

    /** A deadline as it is kept: no tier has longer than the one above. */
    static OffsetDateTime notLater(OffsetDateTime deadline, OffsetDateTime due) {
        var kept = Dispatch.kept(deadline);
        if (kept.isAfter(due)) throw RelayRefusal.LATER.with(due);
        return kept;
    }

    /** Whoever is named twice co-operates. */
    private static Companions companions(Forwarding order, Desk desk) {
        var cooperators = new LinkedHashSet<>(Objects.requireNonNullElse(order.cooperators(), List.<UnitId>of()));
        var copies = new LinkedHashSet<>(Objects.requireNonNullElse(order.copies(), List.<UnitId>of()));
        copies.removeAll(cooperators);
        var strangers = Stream.concat(cooperators.stream(), copies.stream())
                .filter(unit -> desk.find(unit).isEmpty())
                .map(unit -> String.valueOf(unit.value()))
                .toList();
        if (!strangers.isEmpty()) throw RelayRefusal.COMPANION_OUTSIDE.with(String.join("、", strangers));
        return new Companions(List.copyOf(cooperators), List.copyOf(copies));
    }
}
