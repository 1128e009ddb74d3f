package cn.dangjian.task.dispatch;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.caller.ServiceCaller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Versioned;
import cn.dangjian.task.dispatch.DispatchQueries.DispatchLine;
import cn.dangjian.task.dispatch.DispatchQueries.DispatchView;
import cn.dangjian.task.dispatch.DispatchQueries.IssuedView;
import cn.dangjian.task.dispatch.DispatchTask.Order;
import cn.dangjian.task.due.Deadlines;
import cn.dangjian.task.due.Due;
import cn.dangjian.task.lane.TakesTurns;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.OffsetDateTime;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Door of the dispatches. */
@Tag(name = "dispatches 任务下发")
@RestController
class DispatchController {

    private final DispatchTask dispatchTask;
    private final DispatchQueries dispatches;
    private final Deadlines deadlines;

    DispatchController(DispatchTask dispatchTask, DispatchQueries dispatches, Deadlines deadlines) {
        this.dispatchTask = dispatchTask;
        this.dispatches = dispatches;
        this.deadlines = deadlines;
    }

    /**
     * What became of it.
     *
     * @param dayOff whether nobody works on the day of the deadline, as far as is known
     * @param provisional counted in working days of a year whose notice is not known yet; counted again when it is
     */
    record DispatchResponse(
            DispatchId id,
            String number,
            int addressed,
            OffsetDateTime deadline,
            boolean dayOff,
            boolean provisional,
            DispatchId root,
            long version)
            implements Versioned {

        static DispatchResponse of(Dispatch dispatch, Due due) {
            return new DispatchResponse(
                    dispatch.id(),
                    dispatch.number(),
                    dispatch.addressed(),
                    dispatch.deadline(),
                    due.dayOff(),
                    due.provisional(),
                    dispatch.line().root(),
                    dispatch.version());
        }
    }

    @Operation(summary = "派送任务 / Dispatch a task to units below one's own, in its territory or its line")
    @PostMapping("/v1/dispatches")
    @TakesTurns
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<DispatchResponse> dispatch(@Valid @RequestBody Order order, @Subtree(lines = true) Desk desk) {
        var due = deadlines.resolve(order.deadline(), desk);
        var dispatch = dispatchTask.dispatch(order, due, desk);
        deadlines.keep(dispatch.id().value(), due, desk);
        return Reply.created("/v1/dispatches/" + dispatch.id().value(), DispatchResponse.of(dispatch, due));
    }

    @Operation(summary = "任务详情 / A dispatch issued in, or addressed to, one's own part of the tree")
    @GetMapping("/v1/dispatches/{id}")
    ResponseEntity<DispatchView> get(@PathVariable DispatchId id, @Subtree(lines = true) Scope scope) {
        return Reply.ok(dispatches.find(id, scope).orElseThrow(DispatchRefusal.UNKNOWN));
    }

    @Operation(summary = "已派送的任务 / Dispatches issued in one's own part of the tree, the newest first")
    @GetMapping("/v1/dispatches")
    Page<DispatchLine> list(@Subtree(lines = true) Scope scope, Slice slice) {
        return slice.newest(dispatches.list(scope, slice), line -> line.id().value());
    }

    @Operation(summary = "A dispatch, for a service that has not heard of it yet")
    @GetMapping("/internal/dispatches/{id}")
    IssuedView issued(@PathVariable DispatchId id, ServiceCaller caller) {
        return dispatches.findIssued(id).orElseThrow(DispatchRefusal.UNKNOWN);
    }
}
