package cn.dangjian.task.dispatch;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.version.ETags;
import cn.dangjian.task.dispatch.DispatchQueries.DispatchLine;
import cn.dangjian.task.dispatch.DispatchTask.Order;
import cn.dangjian.task.dispatch.DispatchTask.Outcome;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Door of the dispatches. */
@Tag(name = "dispatches 任务下发")
@RestController
class DispatchController {

    private final DispatchTask dispatchTask;
    private final DispatchQueries dispatches;

    DispatchController(DispatchTask dispatchTask, DispatchQueries dispatches) {
        this.dispatchTask = dispatchTask;
        this.dispatches = dispatches;
    }

    /** A task to dispatch. */
    record DispatchRequest(
            @NotBlank @Size(max = 200) String title,
            @NotBlank @Size(max = 20000) String text,
            @NotBlank @Size(max = 1000) String goal,
            @NotNull OffsetDateTime deadline,
            @Nullable Boolean materialRequired,
            @NotNull @Valid TargetRequest target) {}

    /** Whom it goes to. */
    record TargetRequest(
            @Nullable Tier tier,
            @Nullable @Pattern(regexp = "URBAN|RURAL") String domain,
            @Nullable UnitId under,
            @Nullable @Size(max = 2000) List<@NotNull UnitId> units) {

        Target target() {
            return new Target(tier, domain, under, units);
        }
    }

    /** What became of it. */
    record DispatchResponse(DispatchId id, String number, int addressed, OffsetDateTime deadline, long version) {

        static DispatchResponse of(Dispatch dispatch) {
            return new DispatchResponse(
                    dispatch.id(), dispatch.number(), dispatch.addressed(), dispatch.deadline(), dispatch.version());
        }
    }

    @Operation(summary = "派送任务 / Dispatch a task to units below one's own, in its territory or its line")
    @PostMapping("/v1/dispatches")
    @Idempotent
    ResponseEntity<?> dispatch(
            @Valid @RequestBody DispatchRequest request, @Subtree(lines = true) Scope subtree, Caller caller) {
        var order = new Order(
                request.title(),
                request.text(),
                request.goal(),
                request.deadline(),
                Boolean.TRUE.equals(request.materialRequired()),
                request.target().target());
        return switch (dispatchTask.dispatch(order, subtree, caller)) {
            case Outcome.Dispatched(var dispatch) ->
                ResponseEntity.created(
                                URI.create("/v1/dispatches/" + dispatch.id().value()))
                        .eTag(ETags.of(dispatch.version()))
                        .body(DispatchResponse.of(dispatch));
            case Outcome.DeadlinePast() -> problem(UNPROCESSABLE_CONTENT, "deadline.past");
            case Outcome.NoTargetChosen() -> problem(UNPROCESSABLE_CONTENT, "target.none-chosen");
            case Outcome.OutsideScope(var units) ->
                problem(UNPROCESSABLE_CONTENT, "target.outside-scope", units.size(), shown(units));
            case Outcome.NobodyAddressed() -> problem(UNPROCESSABLE_CONTENT, "target.empty");
        };
    }

    @Operation(summary = "任务详情 / A dispatch issued in, or addressed to, one's own part of the tree")
    @GetMapping("/v1/dispatches/{id}")
    ResponseEntity<?> get(@PathVariable DispatchId id, @Subtree(lines = true) Scope scope) {
        var found = dispatches.find(id, scope);
        if (found.isEmpty()) return problem(NOT_FOUND, "dispatch.unknown");
        return ResponseEntity.ok().eTag(ETags.of(found.get().version())).body(found.get());
    }

    @Operation(summary = "已派送的任务 / Dispatches issued in one's own part of the tree, the newest first")
    @GetMapping("/v1/dispatches")
    Page<DispatchLine> list(
            @Subtree(lines = true) Scope scope,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var rows = dispatches.list(scope, Cursor.parse(cursor, 1), limit + 1);
        return Page.of(rows, limit, line -> Cursor.of(line.id().value()));
    }

    private static String shown(List<Long> units) {
        var first = units.stream().limit(10).map(String::valueOf).toList();
        return String.join("、", first) + (units.size() > first.size() ? "…" : "");
    }
}
