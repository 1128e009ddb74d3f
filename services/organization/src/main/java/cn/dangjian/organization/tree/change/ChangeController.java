package cn.dangjian.organization.tree.change;

import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.organization.tree.plan.Operation;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.problem.ProblemException;
import cn.dangjian.platform.web.version.ETags;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: proposing changes of the tree and deciding about them. */
@Tag(name = "changes 组织变更")
@RestController
@RequestMapping("/v1/changes")
class ChangeController {

    private final ProposeChange proposeChange;
    private final DecideChange decideChange;
    private final WithdrawChange withdrawChange;
    private final ChangeTable changes;

    ChangeController(
            ProposeChange proposeChange,
            DecideChange decideChange,
            WithdrawChange withdrawChange,
            ChangeTable changes) {
        this.proposeChange = proposeChange;
        this.decideChange = decideChange;
        this.withdrawChange = withdrawChange;
        this.changes = changes;
    }

    /** @param reason needed for a day that is over */
    record ProposalRequest(
            @NotNull @Valid Operation operation,
            @Stripped @NotBlank @Size(max = 100) String document,
            @NotNull LocalDate effectiveOn,
            @Nullable @Size(max = 500) String reason) {

        ProposeChange.Proposal proposal() {
            return new ProposeChange.Proposal(
                    operation,
                    document.strip(),
                    effectiveOn,
                    reason == null || reason.isBlank() ? null : reason.strip());
        }
    }

    record DecisionRequest(@Nullable @Size(max = 500) String note) {}

    /** Proposes a change: a unit, or one above it (申请). */
    @io.swagger.v3.oas.annotations.Operation(summary = "Propose a change: of a unit, or one above it (申请)")
    @Idempotent
    @PostMapping
    ResponseEntity<?> propose(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ProposalRequest request,
            Caller caller) {
        return switch (proposeChange.propose(request.proposal(), ifMatch, caller)) {
            case ProposeChange.Outcome.Proposed(var change, var open) ->
                answer(
                        ResponseEntity.created(
                                URI.create("/v1/changes/" + change.id().value())),
                        change,
                        open);
            case ProposeChange.Outcome.Refused(var why) -> Answers.refuse(why);
        };
    }

    /** Approves a change (批准): it takes effect on its day. */
    @io.swagger.v3.oas.annotations.Operation(summary = "Approve a change (批准): it takes effect on its day")
    @Idempotent
    @PostMapping("/{id}/approval")
    ResponseEntity<?> approve(
            @PathVariable ChangeId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody DecisionRequest request,
            Caller caller) {
        return decide(new DecideChange.Decision(id, ifMatch, true, request.note()), caller);
    }

    /** Refuses a change (驳回). */
    @io.swagger.v3.oas.annotations.Operation(summary = "Refuse a change (驳回)")
    @Idempotent
    @PostMapping("/{id}/refusal")
    ResponseEntity<?> refuse(
            @PathVariable ChangeId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody DecisionRequest request,
            Caller caller) {
        return decide(new DecideChange.Decision(id, ifMatch, false, request.note()), caller);
    }

    private ResponseEntity<?> decide(DecideChange.Decision decision, Caller caller) {
        return switch (decideChange.decide(decision, caller)) {
            case DecideChange.Outcome.Decided(var change, var open) -> answer(ResponseEntity.ok(), change, open);
            case DecideChange.Outcome.Refused(var why) -> Answers.refuse(why);
        };
    }

    /** Takes a proposal back (撤回). */
    @io.swagger.v3.oas.annotations.Operation(summary = "Take a proposal back (撤回)")
    @Idempotent
    @PostMapping("/{id}/withdrawal")
    ResponseEntity<?> withdraw(
            @PathVariable ChangeId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return switch (withdrawChange.withdraw(id, ifMatch, caller)) {
            case WithdrawChange.Outcome.Withdrawn(var change) -> answer(ResponseEntity.ok(), change, List.of());
            case WithdrawChange.Outcome.Refused(var why) -> Answers.refuse(why);
        };
    }

    /** A proposal about a unit of the caller's subtree; while nobody has decided, with what hangs on units that would end. */
    @io.swagger.v3.oas.annotations.Operation(
            summary = "A proposal about a unit of the caller's subtree, with what hangs on units that would end")
    @GetMapping("/{id}")
    ResponseEntity<ChangeView> change(@PathVariable ChangeId id, Caller caller) {
        var seen = decideChange.look(id, caller).orElseThrow(() -> new ProblemException(NOT_FOUND, "change.unknown"));
        return answer(ResponseEntity.ok(), seen.change(), seen.open().orElse(null));
    }

    /** Proposals about units of the caller's subtree, the newest first. */
    @io.swagger.v3.oas.annotations.Operation(
            summary = "Proposals about units of the caller's subtree, the newest first")
    @GetMapping
    Page<ChangeView> changes(
            @RequestParam(required = false) Change.@Nullable State state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Subtree Scope scope) {
        var last = Cursor.parse(cursor, 1);
        long before = last == null ? Long.MAX_VALUE : last.number(0);
        return Page.of(
                        changes.list(scope, state, before, limit + 1),
                        limit,
                        (Change change) -> Cursor.of(change.id().value()))
                .map(ChangeView::of);
    }

    private static ResponseEntity<ChangeView> answer(
            ResponseEntity.BodyBuilder answer, Change change, @Nullable List<Concerned.Open> open) {
        return answer.eTag(ETags.of(change.version())).body(ChangeView.of(change, open));
    }
}
