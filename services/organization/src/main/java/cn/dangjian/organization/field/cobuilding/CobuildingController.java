package cn.dangjian.organization.field.cobuilding;

import cn.dangjian.organization.field.cobuilding.ProposeEntry.NeedRequest;
import cn.dangjian.organization.field.cobuilding.ProposeEntry.ResourceRequest;
import cn.dangjian.organization.field.cobuilding.RunProject.CompletionRequest;
import cn.dangjian.organization.field.cobuilding.RunProject.EvaluationRequest;
import cn.dangjian.organization.field.cobuilding.RunProject.MatchRequest;
import cn.dangjian.organization.field.cobuilding.RunProject.PlanRequest;
import cn.dangjian.platform.directory.OwnUnit;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
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

    /** @param id of the need, the resource or the project */
    record EntryResponse(long id) {}

    @Operation(summary = "List a need of the caller's community (需求清单)")
    @Idempotent
    @PostMapping("/v1/cobuilding-needs")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<EntryResponse> need(@Valid @RequestBody NeedRequest request, Desk desk) {
        return Reply.created(new EntryResponse(proposeEntry.need(request, desk)));
    }

    @Operation(summary = "Offer something to a community of the caller's county (资源清单)")
    @Idempotent
    @PostMapping("/v1/cobuilding-resources")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<EntryResponse> offer(@Valid @RequestBody ResourceRequest request, Desk desk) {
        return Reply.created(new EntryResponse(proposeEntry.offer(request, desk)));
    }

    @Operation(summary = "Match a need with a resource: that makes a project (对接)")
    @Idempotent
    @PostMapping("/v1/cobuilding-projects")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<EntryResponse> match(@Valid @RequestBody MatchRequest request, @OwnUnit Desk desk) {
        return Reply.created(new EntryResponse(runProject.match(request, desk)));
    }

    @Operation(summary = "Establish a project (立项)")
    @Idempotent
    @PostMapping("/v1/cobuilding-projects/{id}/establishment")
    ResponseEntity<EntryResponse> establish(
            @PathVariable long id, Seen seen, @Valid @RequestBody PlanRequest request, Desk desk) {
        return Reply.ok(new EntryResponse(runProject.establish(id, request, seen, desk)));
    }

    @Operation(summary = "Complete a project (完成)")
    @Idempotent
    @PostMapping("/v1/cobuilding-projects/{id}/completion")
    ResponseEntity<EntryResponse> complete(
            @PathVariable long id, Seen seen, @Valid @RequestBody CompletionRequest request, Desk desk) {
        return Reply.ok(new EntryResponse(runProject.complete(id, request, seen, desk)));
    }

    @Operation(summary = "Evaluate a project; each side once (双向评价)")
    @Idempotent
    @PostMapping("/v1/cobuilding-projects/{id}/evaluations")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<EntryResponse> evaluate(
            @PathVariable long id, @Valid @RequestBody EvaluationRequest request, Desk desk) {
        return Reply.created(new EntryResponse(runProject.evaluate(id, request, desk)));
    }
}
