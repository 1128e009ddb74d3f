package cn.dangjian.organization.field.weak;

import cn.dangjian.organization.field.weak.LinkResponsible.LinkRequest;
import cn.dangjian.organization.field.weak.PlanMeasures.CompletionRequest;
import cn.dangjian.organization.field.weak.PlanMeasures.MeasureRequest;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.Reply;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
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

    record EndRequest(@NotNull LocalDate day) {}

    /** @param id of the link or the measure */
    record PartResponse(long id) {}

    @Operation(summary = "Say who answers for a case (4+1 包抓)")
    @Idempotent
    @PostMapping("/v1/weak-cases/{id}/links")
    ResponseEntity<PartResponse> link(@PathVariable long id, @Valid @RequestBody LinkRequest request, Desk desk) {
        return Reply.ok(new PartResponse(linkResponsible.link(id, request, desk)));
    }

    @Operation(summary = "Say that someone answers for a case no longer; the day is the last one")
    @Idempotent
    @PostMapping("/v1/weak-cases/{id}/links/{link}/end")
    ResponseEntity<PartResponse> end(
            @PathVariable long id, @PathVariable long link, @Valid @RequestBody EndRequest request, Desk desk) {
        return Reply.ok(new PartResponse(linkResponsible.end(id, link, request.day(), desk)));
    }

    @Operation(summary = "Add a measure to the plan (一村一策)")
    @Idempotent
    @PostMapping("/v1/weak-cases/{id}/measures")
    ResponseEntity<PartResponse> plan(@PathVariable long id, @Valid @RequestBody MeasureRequest request, Desk desk) {
        return Reply.ok(new PartResponse(planMeasures.plan(id, request, desk)));
    }

    @Operation(summary = "Say that a measure is done, and what came of it")
    @Idempotent
    @PostMapping("/v1/weak-cases/{id}/measures/{measure}/completion")
    ResponseEntity<PartResponse> complete(
            @PathVariable long id,
            @PathVariable long measure,
            @Valid @RequestBody CompletionRequest request,
            Desk desk) {
        return Reply.ok(new PartResponse(planMeasures.complete(id, measure, request, desk)));
    }
}
