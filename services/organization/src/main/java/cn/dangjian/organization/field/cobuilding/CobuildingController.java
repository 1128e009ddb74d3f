package cn.dangjian.organization.field.cobuilding;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.organization.field.cobuilding.Project.Grade;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: listing needs and resources, and making projects of them. */
@Tag(name = "co-building 区域化党建")
@RestController
class CobuildingController {

    private final ProposeEntry proposeEntry;
    private final RunProject runProject;

    CobuildingController(ProposeEntry proposeEntry, RunProject runProject) {
        this.proposeEntry = proposeEntry;
        this.runProject = runProject;
    }

    /** @param raisedBy who needs it, a group and no person */
    record NeedRequest(
            @NotBlank @Size(max = 200) String title,
            @NotBlank @Size(max = 1000) String text,
            @NotBlank @Size(max = 100) String raisedBy,
            @NotNull LocalDate raisedOn) {}

    record ResourceRequest(
            @NotNull UnitId community,
            @NotBlank @Size(max = 200) String title,
            @NotBlank @Size(max = 1000) String text) {}

    record MatchRequest(@Positive long need, @Positive long resource) {}

    record PlanRequest(
            @NotBlank @Size(max = 200) String title,
            @NotBlank @Size(max = 100) String document,
            @NotNull LocalDate dueOn) {}

    record CompletionRequest(
            @NotNull LocalDate day,
            @NotBlank @Size(max = 1000) String result) {}

    record EvaluationRequest(
            @NotNull Grade grade, @NotBlank @Size(max = 500) String text) {}

    @Operation(summary = "List a need of the caller's community (需求清单)")
    @Idempotent
    @PostMapping("/v1/cobuilding-needs")
    ResponseEntity<?> need(@Valid @RequestBody NeedRequest request, Caller caller) {
        var need = new ProposeEntry.Need(
                request.title().strip(),
                request.text().strip(),
                request.raisedBy().strip(),
                request.raisedOn());
        return answer(proposeEntry.need(need, caller));
    }

    @Operation(summary = "Offer something to a community of the caller's county (资源清单)")
    @Idempotent
    @PostMapping("/v1/cobuilding-resources")
    ResponseEntity<?> offer(@Valid @RequestBody ResourceRequest request, Caller caller) {
        var resource = new ProposeEntry.Resource(
                request.community(), request.title().strip(), request.text().strip());
        return answer(proposeEntry.offer(resource, caller));
    }

    @Operation(summary = "Match a need with a resource: that makes a project (对接)")
    @Idempotent
    @PostMapping("/v1/cobuilding-projects")
    ResponseEntity<?> match(@Valid @RequestBody MatchRequest request, Caller caller) {
        return answer(HttpStatus.CREATED, runProject.match(request.need(), request.resource(), caller));
    }

    @Operation(summary = "Establish a project (立项)")
    @Idempotent
    @PostMapping("/v1/cobuilding-projects/{id}/establishment")
    ResponseEntity<?> establish(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody PlanRequest request,
            Caller caller) {
        var plan =
                new RunProject.Plan(request.title().strip(), request.document().strip(), request.dueOn());
        return answer(HttpStatus.OK, runProject.establish(id, plan, ifMatch, caller));
    }

    @Operation(summary = "Complete a project (完成)")
    @Idempotent
    @PostMapping("/v1/cobuilding-projects/{id}/completion")
    ResponseEntity<?> complete(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody CompletionRequest request,
            Caller caller) {
        var outcome = runProject.complete(id, request.day(), request.result().strip(), ifMatch, caller);
        return answer(HttpStatus.OK, outcome);
    }

    @Operation(summary = "Evaluate a project; each side once (双向评价)")
    @Idempotent
    @PostMapping("/v1/cobuilding-projects/{id}/evaluations")
    ResponseEntity<?> evaluate(@PathVariable long id, @Valid @RequestBody EvaluationRequest request, Caller caller) {
        var evaluation =
                new RunProject.Evaluation(request.grade(), request.text().strip());
        return answer(HttpStatus.CREATED, runProject.evaluate(id, evaluation, caller));
    }

    private static ResponseEntity<?> answer(ProposeEntry.Outcome outcome) {
        return switch (outcome) {
            case ProposeEntry.Outcome.Listed(var id) ->
                ResponseEntity.status(HttpStatus.CREATED).body(Map.of("id", id));
            case ProposeEntry.Outcome.NotACommunity() -> problem(UNPROCESSABLE_CONTENT, "cobuilding.not-a-community");
            case ProposeEntry.Outcome.NoSuchCommunity() -> problem(NOT_FOUND, "cobuilding.community-unknown");
            case ProposeEntry.Outcome.DayAhead(var today) ->
                problem(UNPROCESSABLE_CONTENT, "cobuilding.day-ahead", today.toString());
        };
    }

    private static ResponseEntity<?> answer(HttpStatus status, RunProject.Outcome outcome) {
        return switch (outcome) {
            case RunProject.Outcome.Done(var id) ->
                ResponseEntity.status(status).body(Map.of("id", id));
            case RunProject.Outcome.NoSuchNeed() -> problem(NOT_FOUND, "cobuilding.need-unknown");
            case RunProject.Outcome.NoSuchResource() -> problem(NOT_FOUND, "cobuilding.resource-unknown");
            case RunProject.Outcome.MatchedAlready() -> problem(CONFLICT, "cobuilding.matched-already");
            case RunProject.Outcome.NoSuchProject() -> problem(NOT_FOUND, "cobuilding.project-unknown");
            case RunProject.Outcome.NotYours() -> problem(FORBIDDEN, "cobuilding.not-yours");
            case RunProject.Outcome.WrongState(var state) -> problem(CONFLICT, "cobuilding.wrong-state", state.name());
            case RunProject.Outcome.DayUnfit() -> problem(UNPROCESSABLE_CONTENT, "cobuilding.day-unfit");
            case RunProject.Outcome.EvaluatedAlready() -> problem(CONFLICT, "cobuilding.evaluated-already");
        };
    }
}
