package cn.dangjian.task.assignment;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.directory.OwnUnit;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.ETags;
import cn.dangjian.task.assignment.ReviewSubmission.Verdict;
import cn.dangjian.task.dispatch.DispatchId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Door for what is done to an assignment. */
@Tag(name = "assignments 任务办理")
@RestController
class AssignmentController {

    private final SignAssignment signAssignment;
    private final SubmitWork submitWork;
    private final ReviewSubmission reviewSubmission;

    AssignmentController(SignAssignment signAssignment, SubmitWork submitWork, ReviewSubmission reviewSubmission) {
        this.signAssignment = signAssignment;
        this.submitWork = submitWork;
        this.reviewSubmission = reviewSubmission;
    }

    /** What a unit hands in. */
    record SubmissionRequest(
            @NotBlank @Size(max = 5000) String report,
            @Nullable @Size(max = 20) List<@NotNull @Valid MaterialRequest> materials) {

        Submission submission() {
            if (materials == null) return new Submission(report, List.of());
            return new Submission(
                    report,
                    materials.stream()
                            .map(material -> new Submission.Material(material.name(), material.reference()))
                            .toList());
        }
    }

    /** A piece of evidence. */
    record MaterialRequest(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 500) String reference) {}

    /** Why something is returned. */
    record ReturnRequest(@NotBlank @Size(max = 1000) String reason) {}

    /** Where the assignment stands now. */
    record AssignmentResponse(
            AssignmentId id,
            DispatchId dispatch,
            UnitId unit,
            Assignment.State state,
            @Nullable OffsetDateTime signedAt,
            long version) {}

    @Operation(summary = "签收 / Sign for an assignment")
    @PostMapping("/v1/assignments/{id}/signature")
    ResponseEntity<?> sign(
            @PathVariable AssignmentId id,
            @OwnUnit Scope own,
            Caller caller,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return switch (signAssignment.sign(id, own, caller, ifMatch)) {
            case SignAssignment.Outcome.Signed(var assignment) -> answer(HttpStatus.OK, assignment);
            case SignAssignment.Outcome.NoSuchAssignment() -> problem(NOT_FOUND, "assignment.unknown");
        };
    }

    @Operation(summary = "上报 / Hand in what was done")
    @PostMapping("/v1/assignments/{id}/submissions")
    @Idempotent
    ResponseEntity<?> submit(
            @PathVariable AssignmentId id,
            @Valid @RequestBody SubmissionRequest request,
            @OwnUnit Scope own,
            Caller caller,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return switch (submitWork.submit(id, request.submission(), own, caller, ifMatch)) {
            case SubmitWork.Outcome.Submitted(var assignment) -> answer(CREATED, assignment);
            case SubmitWork.Outcome.NoSuchAssignment() -> problem(NOT_FOUND, "assignment.unknown");
            case SubmitWork.Outcome.NotSigned() -> problem(CONFLICT, "assignment.not-signed");
            case SubmitWork.Outcome.UnderReview() -> problem(CONFLICT, "assignment.under-review");
            case SubmitWork.Outcome.AlreadyApproved() -> problem(CONFLICT, "assignment.already-approved");
            case SubmitWork.Outcome.MaterialMissing() -> problem(UNPROCESSABLE_CONTENT, "material.required");
        };
    }

    @Operation(summary = "审核通过 / Approve what was handed in")
    @PostMapping("/v1/assignments/{id}/approval")
    ResponseEntity<?> approve(
            @PathVariable AssignmentId id,
            @Subtree(lines = true) Scope subtree,
            Caller caller,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return review(id, new Verdict(true, null), subtree, caller, ifMatch);
    }

    @Operation(summary = "退回 / Return what was handed in, with a reason")
    @PostMapping("/v1/assignments/{id}/return")
    ResponseEntity<?> sendBack(
            @PathVariable AssignmentId id,
            @Valid @RequestBody ReturnRequest request,
            @Subtree(lines = true) Scope subtree,
            Caller caller,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return review(id, new Verdict(false, request.reason()), subtree, caller, ifMatch);
    }

    private ResponseEntity<?> review(
            AssignmentId id, Verdict verdict, Scope subtree, Caller caller, @Nullable String ifMatch) {
        return switch (reviewSubmission.review(id, verdict, subtree, caller, ifMatch)) {
            case ReviewSubmission.Outcome.Reviewed(var assignment) -> answer(HttpStatus.OK, assignment);
            case ReviewSubmission.Outcome.NoSuchAssignment() -> problem(NOT_FOUND, "assignment.unknown");
            case ReviewSubmission.Outcome.NotTheReviewer() -> problem(FORBIDDEN, "assignment.not-your-review");
            case ReviewSubmission.Outcome.NothingToReview() -> problem(CONFLICT, "assignment.not-submitted");
            case ReviewSubmission.Outcome.AlreadyApproved() -> problem(CONFLICT, "assignment.already-approved");
        };
    }

    private static ResponseEntity<AssignmentResponse> answer(HttpStatus status, Assignment assignment) {
        return ResponseEntity.status(status)
                .eTag(ETags.of(assignment.version()))
                .body(new AssignmentResponse(
                        assignment.id(),
                        assignment.dispatchId(),
                        assignment.unitId(),
                        assignment.state(),
                        assignment.signedAt(),
                        assignment.version()));
    }
}
