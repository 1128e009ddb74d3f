package cn.dangjian.task.assignment;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.events.Outbox;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.task.dispatch.DispatchId;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the house hears of an assignment: its whole state after each change. */
@Component
class AssignmentAnnouncements {

    private final Outbox outbox;

    AssignmentAnnouncements(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The data of {@code contracts/events/assignment-changed.v1}. */
    record AssignmentChanged(
            AssignmentId assignment,
            DispatchId dispatch,
            UnitId unit,
            Assignment.State state,
            @Nullable OffsetDateTime signedAt,
            OffsetDateTime at,
            String by) {}

    void changed(Assignment assignment, Caller caller, OffsetDateTime at) {
        outbox.append(
                "task.assignment-changed.v1",
                "assignment:" + assignment.id().value(),
                assignment.version(),
                caller.subject(),
                new AssignmentChanged(
                        assignment.id(),
                        assignment.dispatchId(),
                        assignment.unitId(),
                        assignment.state(),
                        assignment.signedAt(),
                        at,
                        caller.subject()));
    }
}
