package cn.dangjian.task.dispatch;

import org.springframework.stereotype.Component;

/** What the room of assignments asks about a dispatch: whether what is handed in needs a paper that proves it (依据文件): a
 * decision, minutes. */
@Component
public class Materials {

    private final DispatchRepository dispatches;

    Materials(DispatchRepository dispatches) {
        this.dispatches = dispatches;
    }

    /** @throws IllegalArgumentException if there is no such dispatch */
    public boolean areRequired(DispatchId dispatch) {
        return dispatches
                .findMaterialRequired(dispatch)
                .orElseThrow(() -> new IllegalArgumentException("No dispatch " + dispatch.value()));
    }
}
