package cn.dangjian.task.recall;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.task.dispatch.DispatchId;
import cn.dangjian.task.dispatch.DispatchRefusal;
import cn.dangjian.task.recall.RecallDispatch.ExtensionRequest;
import cn.dangjian.task.recall.RecallDispatch.ReopeningRequest;
import cn.dangjian.task.recall.RecallDispatch.WithdrawalRequest;
import cn.dangjian.task.recall.RecallTable.Kind;
import cn.dangjian.task.recall.RecallTable.Recall;
import cn.dangjian.task.recall.RecallTable.RecallView;
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

/** Door of what the issuer does to a dispatch, and to all below it. */
@Tag(name = "recall 撤回延期重开")
@RestController
class RecallController {

    private final RecallDispatch recallDispatch;
    private final RecallTable recalls;

    RecallController(RecallDispatch recallDispatch, RecallTable recalls) {
        this.recallDispatch = recallDispatch;
        this.recalls = recalls;
    }

    /**
     * How far it went down.
     *
     * @param dispatches it and those below that it concerned
     * @param assignments how many units have those
     */
    record RecallResponse(
            DispatchId dispatch, Kind kind, @Nullable OffsetDateTime until, int dispatches, int assignments) {

        static RecallResponse of(DispatchId dispatch, Recall recall) {
            return new RecallResponse(
                    dispatch, recall.kind(), recall.until(), recall.dispatches(), recall.assignments());
        }
    }

    @Operation(summary = "撤回 / Withdraw a dispatch that one's own unit issued, with all that was made of it below")
    @PostMapping("/v1/dispatches/{id}/withdrawal")
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RecallResponse> withdraw(
            @PathVariable DispatchId id,
            @Valid @RequestBody WithdrawalRequest request,
            @Subtree(lines = true) Desk desk) {
        return Reply.created(RecallResponse.of(id, recallDispatch.withdraw(id, request, desk)));
    }

    @Operation(summary = "延期 / Give more time; dates below that stood at the old limit move along")
    @PostMapping("/v1/dispatches/{id}/extension")
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RecallResponse> extend(
            @PathVariable DispatchId id,
            @Valid @RequestBody ExtensionRequest request,
            @Subtree(lines = true) Desk desk) {
        return Reply.created(RecallResponse.of(id, recallDispatch.extend(id, request, desk)));
    }

    @Operation(summary = "重开 / Take back a withdrawal, or have what is approved done again")
    @PostMapping("/v1/dispatches/{id}/reopening")
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RecallResponse> reopen(
            @PathVariable DispatchId id,
            @Valid @RequestBody ReopeningRequest request,
            @Subtree(lines = true) Desk desk) {
        return Reply.created(RecallResponse.of(id, recallDispatch.reopen(id, request, desk)));
    }

    @Operation(summary = "变更记录 / What was done to a dispatch, and why")
    @GetMapping("/v1/dispatches/{id}/recalls")
    List<RecallView> list(@PathVariable DispatchId id, @Subtree(lines = true) Scope scope) {
        return recalls.list(recalls.findChain(id, scope).orElseThrow(DispatchRefusal.UNKNOWN));
    }
}
