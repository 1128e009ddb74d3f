package cn.dangjian.organization.field.joint;

import cn.dangjian.organization.field.joint.FoundJointBody.FoundRequest;
import cn.dangjian.organization.field.joint.FoundJointBody.PlanRequest;
import cn.dangjian.organization.field.joint.RunJointBody.MeetingRequest;
import cn.dangjian.organization.field.joint.RunJointBody.SeatRequest;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: planning, founding and running joint bodies. */
@Tag(name = "joint bodies 大工委、大党委")
@RestController
class JointController {

    private final FoundJointBody foundJointBody;
    private final RunJointBody runJointBody;

    JointController(FoundJointBody foundJointBody, RunJointBody runJointBody) {
        this.foundJointBody = foundJointBody;
        this.runJointBody = runJointBody;
    }

    record EndRequest(@NotNull LocalDate day) {}

    record IdResponse(long id) {}

    @Operation(summary = "Plan the joint body of the caller's street or community")
    @Idempotent
    @PostMapping("/v1/joint-bodies")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<IdResponse> plan(@Valid @RequestBody PlanRequest request, Desk desk) {
        return Reply.created(new IdResponse(foundJointBody.plan(request, desk)));
    }

    @Operation(summary = "Found it, by a document")
    @Idempotent
    @PostMapping("/v1/joint-bodies/{id}/foundation")
    ResponseEntity<IdResponse> found(
            @PathVariable long id, Seen seen, @Valid @RequestBody FoundRequest request, Desk desk) {
        foundJointBody.found(id, request, seen, desk);
        return Reply.ok(new IdResponse(id));
    }

    @Operation(summary = "Give a resident unit a part-time seat (兼职委员)")
    @Idempotent
    @PostMapping("/v1/joint-bodies/{id}/seats")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<IdResponse> seat(@PathVariable long id, @Valid @RequestBody SeatRequest request, Desk desk) {
        return Reply.created(new IdResponse(runJointBody.seat(id, request, desk)));
    }

    @Operation(summary = "End a seat; the day is the last one")
    @Idempotent
    @PostMapping("/v1/joint-bodies/{id}/seats/{seat}/end")
    ResponseEntity<IdResponse> end(
            @PathVariable long id, @PathVariable long seat, @Valid @RequestBody EndRequest request, Desk desk) {
        runJointBody.leave(id, seat, request.day(), desk);
        return Reply.ok(new IdResponse(seat));
    }

    @Operation(summary = "Write a meeting down")
    @Idempotent
    @PostMapping("/v1/joint-bodies/{id}/meetings")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<IdResponse> meet(@PathVariable long id, @Valid @RequestBody MeetingRequest request, Desk desk) {
        return Reply.created(new IdResponse(runJointBody.meet(id, request, desk)));
    }
}
