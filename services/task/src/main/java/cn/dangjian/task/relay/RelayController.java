package cn.dangjian.task.relay;

import cn.dangjian.platform.directory.OwnUnit;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import cn.dangjian.task.dispatch.Dispatch;
import cn.dangjian.task.dispatch.DispatchId;
import cn.dangjian.task.dispatch.DispatchRefusal;
import cn.dangjian.task.dispatch.Line.Mode;
import cn.dangjian.task.dispatch.Origins;
import cn.dangjian.task.flow.AssignmentId;
import cn.dangjian.task.preview.PreviewDispatch.Preview;
import cn.dangjian.task.relay.CompanionTable.CompanionLine;
import cn.dangjian.task.relay.ForwardTask.Forwarding;
import cn.dangjian.task.relay.LineageQueries.Branch;
import cn.dangjian.task.relay.LineageQueries.OriginView;
import cn.dangjian.task.relay.LineageQueries.Step;
import cn.dangjian.task.relay.PreviewForwarding.ForwardingPreview;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Door of the relay. */
@Tag(name = "relay 流水派送")
@RestController
class RelayController {

    private final ForwardTask forwardTask;
    private final PreviewForwarding previewForwarding;
    private final LineageQueries lineages;
    private final CompanionTable companions;
    private final Origins origins;

    RelayController(
            ForwardTask forwardTask,
            PreviewForwarding previewForwarding,
            LineageQueries lineages,
            CompanionTable companions,
            Origins origins) {
        this.forwardTask = forwardTask;
        this.previewForwarding = previewForwarding;
        this.lineages = lineages;
        this.companions = companions;
        this.origins = origins;
    }

    /**
     * A forwarding: a dispatch of its own.
     *
     * @param root the lineage
     * @param early why it is due before the date above; null if it is not
     */
    record ForwardingResponse(
            DispatchId id,
            String number,
            DispatchId root,
            int depth,
            Mode mode,
            int addressed,
            OffsetDateTime deadline,
            @Nullable String early) {

        static ForwardingResponse of(Dispatch dispatch) {
            var line = dispatch.line();
            var early = line.early();
            return new ForwardingResponse(
                    dispatch.id(),
                    dispatch.number(),
                    line.root(),
                    line.depth(),
                    line.mode(),
                    dispatch.addressed(),
                    dispatch.deadline(),
                    early == null ? null : early.reason());
        }
    }

    /**
     * Why a unit has a task.
     *
     * @param steps from the unit that began it down to this one
     */
    record LineageView(OriginView origin, List<Step> steps) {}

    @Operation(summary = "转派 / Forward what one's own unit was given to units below it, with an added text and a date")
    @PostMapping("/v1/assignments/{id}/forwardings")
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ForwardingResponse> forward(
            @PathVariable AssignmentId id,
            @Valid @RequestBody Forwarding forwarding,
            @Subtree(lines = true) Desk desk,
            Seen seen) {
        var dispatch = forwardTask.forward(id, forwarding, desk, seen);
        return Reply.created("/v1/dispatches/" + dispatch.id().value(), ForwardingResponse.of(dispatch));
    }

    @Operation(
            summary =
                    "转派预览 / Which units a forwarding would go to, who directly below is passed over, and what else they"
                            + " have to hand in around that day")
    @PostMapping("/v1/assignments/{id}/forwarding-previews")
    Preview preview(
            @PathVariable AssignmentId id,
            @Valid @RequestBody ForwardingPreview forwarding,
            @Subtree(lines = true) Desk desk,
            Seen seen) {
        return previewForwarding.preview(id, forwarding, desk, seen);
    }

    @Operation(
            summary = "任务来历 / Why one has an assignment: from the document down, what each tier said, until when, who"
                    + " and when")
    @GetMapping("/v1/assignments/{id}/lineage")
    LineageView lineage(@PathVariable AssignmentId id, @Subtree(lines = true) Scope scope) {
        var chain = lineages.findChain(id, scope).orElseThrow(DispatchRefusal.UNKNOWN);
        return new LineageView(lineages.getOrigin(chain.getFirst()), lineages.listSteps(chain, id));
    }

    @Operation(
            summary = "逐级进展 / What became of a dispatch at each unit of one's own part of the tree that it addresses:"
                    + " forwarded or not yet, and how much is done below")
    @GetMapping("/v1/dispatches/{id}/tree")
    Page<Branch> tree(@PathVariable DispatchId id, @Subtree(lines = true) Scope scope, Slice slice) {
        var branches = lineages.listBranches(id, scope, slice);
        DispatchRefusal.UNKNOWN.when(branches.isEmpty()
                && lineages.listBranches(id, scope, new Slice(null, 1)).isEmpty()
                && !origins.isIssuedWithin(id, scope));
        return slice.inTree(
                branches, Branch::path, branch -> branch.assignment().value());
    }

    @Operation(summary = "协办与抄送 / Dispatches in which one's own unit co-operates, or of which it got a copy")
    @GetMapping("/v1/companionships")
    Page<CompanionLine> companionships(@OwnUnit Scope own, Slice slice) {
        return slice.newest(
                companions.listOwn(own, slice), line -> line.dispatch().value());
    }
}
