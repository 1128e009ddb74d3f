package cn.dangjian.task.assignment;

import cn.dangjian.platform.directory.OwnUnit;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import cn.dangjian.platform.web.version.Versioned;
import cn.dangjian.task.assignment.ReviewSubmission.Verdict;
import cn.dangjian.task.assignment.SubmitWork.SubmissionRequest;
import cn.dangjian.task.dispatch.DispatchId;
import cn.dangjian.task.flow.AssignmentId;
import cn.dangjian.task.flow.State;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Door for what is done to an assignment. */
@Tag(name = "assignments 任务办理")
@RestController
class AssignmentController {

    private final MoveAssignment moveAssignment;
    private final SubmitWork submitWork;
    private final ReviewSubmission reviewSubmission;

    AssignmentController(MoveAssignment moveAssignment, SubmitWork submitWork, ReviewSubmission reviewSubmission) {
        this.moveAssignment = moveAssignment;
        this.submitWork = submitWork;
        this.reviewSubmission = reviewSubmission;
    }

    /**
     * Why something is returned.
     *
     * @param until when it is to be handed in again: has to be said once the date that holds is past, and is no earlier
     *     than that one
     */
    record ReturnRequest(
            @NotBlank @Size(max = 1000) String reason,
            @Nullable OffsetDateTime until) {}

    /**
     * Where the assignment stands now.
     *
     * @param dueAt its own date, if it was given one; the dispatch's deadline otherwise
     */
    record AssignmentResponse(
            AssignmentId id,
            DispatchId dispatch,
            UnitId unit,
            State state,
            @Nullable OffsetDateTime signedAt,
            @Nullable OffsetDateTime dueAt,
            long version)
            implements Versioned {

        static AssignmentResponse of(Assignment assignment) {
            return new AssignmentResponse(
                    assignment.id(),
                    assignment.dispatchId(),
                    assignment.unitId(),
                    assignment.state(),
                    assignment.signedAt(),
                    assignment.dueAt(),
                    assignment.version());
        }
    }

    @Operation(summary = "签收 / Sign for an assignment")
    @PostMapping("/v1/assignments/{id}/signature")
    ResponseEntity<AssignmentResponse> sign(@PathVariable AssignmentId id, @OwnUnit Desk desk, Seen seen) {
        return Reply.ok(AssignmentResponse.of(moveAssignment.sign(id, desk, seen)));
    }

    @Operation(summary = "上报 / Hand in what was done")
    @PostMapping("/v1/assignments/{id}/submissions")
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AssignmentResponse> submit(
            @PathVariable AssignmentId id,
            @Valid @RequestBody SubmissionRequest request,
            @OwnUnit Desk desk,
            Seen seen) {
        return Reply.created(AssignmentResponse.of(submitWork.submit(id, request, desk, seen)));
    }

    @Operation(summary = "受理审核 / Take up the review of what was handed in; of two reviewers one")
    @PostMapping("/v1/assignments/{id}/review")
    ResponseEntity<AssignmentResponse> takeUp(
            @PathVariable AssignmentId id, @Subtree(lines = true) Desk desk, Seen seen) {
        return Reply.ok(AssignmentResponse.of(moveAssignment.takeUp(id, desk, seen)));
    }

    @Operation(summary = "放回 / Leave a review that somebody of one's own unit has taken up to another one")
    @PostMapping("/v1/assignments/{id}/release")
    ResponseEntity<AssignmentResponse> release(
            @PathVariable AssignmentId id, @Subtree(lines = true) Desk desk, Seen seen) {
        return Reply.ok(AssignmentResponse.of(moveAssignment.release(id, desk, seen)));
    }

    @Operation(summary = "审核通过 / Approve what was handed in")
    @PostMapping("/v1/assignments/{id}/approval")
    ResponseEntity<AssignmentResponse> approve(
            @PathVariable AssignmentId id, @Subtree(lines = true) Desk desk, Seen seen) {
        return Reply.ok(AssignmentResponse.of(reviewSubmission.review(id, new Verdict(true, null, null), desk, seen)));
    }

    @Operation(summary = "退回 / Return what was handed in, with a reason and, where the date is past, a new one")
    @PostMapping("/v1/assignments/{id}/return")
    ResponseEntity<AssignmentResponse> sendBack(
            @PathVariable AssignmentId id,
            @Valid @RequestBody ReturnRequest request,
            @Subtree(lines = true) Desk desk,
            Seen seen) {
        var verdict = new Verdict(false, request.reason(), request.until());
        return Reply.ok(AssignmentResponse.of(reviewSubmission.review(id, verdict, desk, seen)));
    }
}
