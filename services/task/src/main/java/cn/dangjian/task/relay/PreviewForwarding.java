package cn.dangjian.task.relay;

import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.version.Seen;
import cn.dangjian.task.assignment.MoveAssignment;
import cn.dangjian.task.dispatch.Addressing.NextTier;
import cn.dangjian.task.dispatch.Target;
import cn.dangjian.task.due.Deadlines;
import cn.dangjian.task.flow.AssignmentId;
import cn.dangjian.task.flow.Move;
import cn.dangjian.task.preview.PreviewDispatch;
import cn.dangjian.task.preview.PreviewDispatch.Preview;
import cn.dangjian.task.preview.Reach;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 转派预览: whom a forwarding would go to, before anything is sent. */
@Service
class PreviewForwarding {

    private final MoveAssignment assignments;
    private final Deadlines deadlines;
    private final PreviewDispatch previewDispatch;

    PreviewForwarding(MoveAssignment assignments, Deadlines deadlines, PreviewDispatch previewDispatch) {
        this.assignments = assignments;
        this.deadlines = deadlines;
        this.previewDispatch = previewDispatch;
    }

    /**
     * What would be forwarded; as a forwarding says it.
     *
     * @param target null for the next tier
     */
    record ForwardingPreview(
            @NotNull OffsetDateTime deadline,
            @Nullable @Valid Target target) {}

    @Transactional
    Preview preview(AssignmentId id, ForwardingPreview order, Desk desk, Seen seen) {
        var assignment = assignments.own(id, Move.BREAK_DOWN, desk, seen);
        var deadline = ForwardTask.notLater(order.deadline(), assignments.due(assignment));
        var target = Objects.requireNonNullElse(order.target(), Target.EMPTY);
        var reach = new Reach(target, target.choosesNothing() ? NextTier.of(desk) : null);
        return previewDispatch.preview(reach, deadlines.at(deadline.toInstant()), desk);
    }
}
