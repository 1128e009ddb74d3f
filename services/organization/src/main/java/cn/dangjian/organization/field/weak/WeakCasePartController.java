package cn.dangjian.organization.field.weak;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.organization.field.weak.WeakCase.Role;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: who answers for a case, and its plan. */
@Tag(name = "weak units 软弱涣散")
@RestController
class WeakCasePartController {

    private final LinkResponsible linkResponsible;
    private final PlanMeasures planMeasures;

    WeakCasePartController(LinkResponsible linkResponsible, PlanMeasures planMeasures) {
        this.linkResponsible = linkResponsible;
        this.planMeasures = planMeasures;
    }

    record LinkRequest(
            @NotNull Role role,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 200) String unit,
            @NotNull LocalDate from,
            @Nullable LocalDate to) {}

    record EndRequest(@NotNull LocalDate day) {}

    record MeasureRequest(
            @NotBlank @Size(max = 500) String text,
            @NotBlank @Size(max = 100) String responsible,
            @NotNull LocalDate dueOn) {}

    record CompletionRequest(
            @NotNull LocalDate doneOn,
            @NotBlank @Size(max = 500) String result) {}

    @Operation(summary = "Say who answers for a case (4+1 包抓)")
    @Idempotent
    @PostMapping("/v1/weak-cases/{id}/links")
    ResponseEntity<?> link(@PathVariable long id, @Valid @RequestBody LinkRequest request, Caller caller) {
        var plan = new LinkResponsible.Plan(
                request.role(), request.name().strip(), request.unit().strip(), request.from(), request.to());
        return answer(linkResponsible.link(id, plan, caller));
    }

    @Operation(summary = "Say that someone answers for a case no longer; the day is the last one")
    @Idempotent
    @PostMapping("/v1/weak-cases/{id}/links/{link}/end")
    ResponseEntity<?> end(
            @PathVariable long id, @PathVariable long link, @Valid @RequestBody EndRequest request, Caller caller) {
        return answer(linkResponsible.end(id, link, request.day(), caller));
    }

    @Operation(summary = "Add a measure to the plan (一村一策)")
    @Idempotent
    @PostMapping("/v1/weak-cases/{id}/measures")
    ResponseEntity<?> plan(@PathVariable long id, @Valid @RequestBody MeasureRequest request, Caller caller) {
        var plan = new PlanMeasures.Plan(
                request.text().strip(), request.responsible().strip(), request.dueOn());
        return answer(planMeasures.plan(id, plan, caller));
    }

    @Operation(summary = "Say that a measure is done, and what came of it")
    @Idempotent
    @PostMapping("/v1/weak-cases/{id}/measures/{measure}/completion")
    ResponseEntity<?> complete(
            @PathVariable long id,
            @PathVariable long measure,
            @Valid @RequestBody CompletionRequest request,
            Caller caller) {
        var completion =
                new PlanMeasures.Completion(request.doneOn(), request.result().strip());
        return answer(planMeasures.complete(id, measure, completion, caller));
    }

    private static ResponseEntity<?> answer(LinkResponsible.Outcome outcome) {
        return switch (outcome) {
            case LinkResponsible.Outcome.Linked(var link) -> ResponseEntity.ok(Map.of("id", link));
            case LinkResponsible.Outcome.NoSuchCase() -> problem(NOT_FOUND, "weak.unknown");
            case LinkResponsible.Outcome.NoSuchLink() -> problem(NOT_FOUND, "weak.link-unknown");
            case LinkResponsible.Outcome.NotYours() -> problem(FORBIDDEN, "weak.not-yours");
            case LinkResponsible.Outcome.WrongState(var state) -> problem(CONFLICT, "weak.wrong-state", state.name());
            case LinkResponsible.Outcome.DaysUnfit() -> problem(UNPROCESSABLE_CONTENT, "weak.link-days-unfit");
            case LinkResponsible.Outcome.HeldAlready(var role) -> problem(CONFLICT, "weak.link-held", role.name());
        };
    }

    private static ResponseEntity<?> answer(PlanMeasures.Outcome outcome) {
        return switch (outcome) {
            case PlanMeasures.Outcome.Planned(var measure) -> ResponseEntity.ok(Map.of("id", measure));
            case PlanMeasures.Outcome.NoSuchCase() -> problem(NOT_FOUND, "weak.unknown");
            case PlanMeasures.Outcome.NoSuchMeasure() -> problem(NOT_FOUND, "weak.measure-unknown");
            case PlanMeasures.Outcome.NotYours() -> problem(FORBIDDEN, "weak.not-yours");
            case PlanMeasures.Outcome.WrongState(var state) -> problem(CONFLICT, "weak.wrong-state", state.name());
            case PlanMeasures.Outcome.DueUnfit() -> problem(UNPROCESSABLE_CONTENT, "weak.due-unfit");
            case PlanMeasures.Outcome.DoneAlready() -> problem(CONFLICT, "weak.done-already");
            case PlanMeasures.Outcome.DayAhead(var today) ->
                problem(UNPROCESSABLE_CONTENT, "weak.day-ahead", today.toString());
        };
    }
}
