package cn.dangjian.task.dispatch;

import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.Scope;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the room of assignments asks about a dispatch: where it came from, by whom, until when, and what it takes. */
@Component
public class Origins {

    private final DispatchRepository dispatches;

    Origins(DispatchRepository dispatches) {
        this.dispatches = dispatches;
    }

    /** @throws IllegalArgumentException if there is no such dispatch */
    public Hierarchy hierarchy(DispatchId dispatch) {
        return dispatches
                .findHierarchy(dispatch)
                .orElseThrow(() -> new IllegalArgumentException("No dispatch " + dispatch.value()));
    }

    /**
     * Whether what is handed in needs a paper that proves it (依据文件): a decision, minutes.
     *
     * @throws IllegalArgumentException if there is no such dispatch
     */
    public boolean demandsPaper(DispatchId dispatch) {
        return dispatches
                .findMaterialRequired(dispatch)
                .orElseThrow(() -> new IllegalArgumentException("No dispatch " + dispatch.value()));
    }

    /** Whether a unit within the scope dispatched it. */
    public boolean isIssuedWithin(DispatchId dispatch, Scope scope) {
        return dispatches.isIssuedWithin(dispatch, scope);
    }

    /**
     * When something is to be handed in: the deadline, or the assignment's own date where that is later.
     *
     * @throws IllegalArgumentException if there is no such dispatch
     */
    public OffsetDateTime due(DispatchId dispatch, @Nullable OffsetDateTime own) {
        var deadline = dispatches
                .findDeadline(dispatch)
                .orElseThrow(() -> new IllegalArgumentException("No dispatch " + dispatch.value()));
        return own == null || own.isBefore(deadline) ? deadline : own;
    }
}
