package cn.dangjian.task.dispatch;

import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.Scope;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Component;

/** What the room of assignments asks about where a dispatch came from, by whom and until when. */
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

    /** Whether a unit within the scope dispatched it. */
    public boolean isIssuedWithin(DispatchId dispatch, Scope scope) {
        return dispatches.isIssuedWithin(dispatch, scope);
    }

    /** @throws IllegalArgumentException if there is no such dispatch */
    public OffsetDateTime deadline(DispatchId dispatch) {
        return dispatches
                .findDeadline(dispatch)
                .orElseThrow(() -> new IllegalArgumentException("No dispatch " + dispatch.value()));
    }
}
