package cn.dangjian.task.dispatch;

import cn.dangjian.platform.directory.Hierarchy;
import org.springframework.stereotype.Component;

/** What the room of assignments asks about where a dispatch came from. */
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
}
