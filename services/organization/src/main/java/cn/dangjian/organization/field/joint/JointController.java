package cn.dangjian.organization.field.joint;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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

    /** @param targetOn until when; the rule's month of that year if none is given */
    record PlanRequest(
            @Min(2018) @Max(2100) int year, @Nullable LocalDate targetOn) {}

    record FoundRequest(
            @NotNull LocalDate day,
            @NotBlank @Size(max = 100) String document) {}

    record SeatRequest(
            @NotBlank @Size(max = 200) String unit,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String duty,
            @NotNull LocalDate from,
            @Nullable LocalDate to) {}

    record EndRequest(@NotNull LocalDate day) {}

    record MeetingRequest(
            @NotNull LocalDate day,
            @NotBlank @Size(max = 200) String topic,
            @NotBlank @Size(max = 2000) String decisions,

            @Nullable @Pattern(regexp = "[A-Za-z0-9-]{1,64}")
            String minutes) {}

    @Operation(summary = "Plan the joint body of the caller's street or community")
    @Idempotent
    @PostMapping("/v1/joint-bodies")
    ResponseEntity<?> plan(@Valid @RequestBody PlanRequest request, Caller caller) {
        return answer(HttpStatus.CREATED, foundJointBody.plan(request.year(), request.targetOn(), caller));
    }

    @Operation(summary = "Found it, by a document")
    @Idempotent
    @PostMapping("/v1/joint-bodies/{id}/foundation")
    ResponseEntity<?> found(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody FoundRequest request,
            Caller caller) {
        var outcome = foundJointBody.found(id, request.day(), request.document().strip(), ifMatch, caller);
        return answer(HttpStatus.OK, outcome);
    }

    @Operation(summary = "Give a resident unit a part-time seat (兼职委员)")
    @Idempotent
    @PostMapping("/v1/joint-bodies/{id}/seats")
    ResponseEntity<?> seat(@PathVariable long id, @Valid @RequestBody SeatRequest request, Caller caller) {
        var place = new RunJointBody.Place(
                request.unit().strip(), request.name().strip(), request.duty().strip(), request.from(), request.to());
        return answer(HttpStatus.CREATED, runJointBody.seat(id, place, caller));
    }

    @Operation(summary = "End a seat; the day is the last one")
    @Idempotent
    @PostMapping("/v1/joint-bodies/{id}/seats/{seat}/end")
    ResponseEntity<?> end(
            @PathVariable long id, @PathVariable long seat, @Valid @RequestBody EndRequest request, Caller caller) {
        return answer(HttpStatus.OK, runJointBody.leave(id, seat, request.day(), caller));
    }

    @Operation(summary = "Write a meeting down")
    @Idempotent
    @PostMapping("/v1/joint-bodies/{id}/meetings")
    ResponseEntity<?> meet(@PathVariable long id, @Valid @RequestBody MeetingRequest request, Caller caller) {
        var meeting = new RunJointBody.Meeting(
                request.day(), request.topic().strip(), request.decisions().strip(), request.minutes());
        return answer(HttpStatus.CREATED, runJointBody.meet(id, meeting, caller));
    }

    private static ResponseEntity<?> answer(HttpStatus status, FoundJointBody.Outcome outcome) {
        return switch (outcome) {
            case FoundJointBody.Outcome.Done(var id) ->
                ResponseEntity.status(status).body(Map.of("id", id));
            case FoundJointBody.Outcome.NotAStreet() -> problem(UNPROCESSABLE_CONTENT, "joint.not-a-street");
            case FoundJointBody.Outcome.ThereAlready() -> problem(CONFLICT, "joint.there-already");
            case FoundJointBody.Outcome.NoSuchBody() -> problem(NOT_FOUND, "joint.unknown");
            case FoundJointBody.Outcome.NotYours() -> problem(FORBIDDEN, "joint.not-yours");
            case FoundJointBody.Outcome.FoundedAlready() -> problem(CONFLICT, "joint.founded-already");
            case FoundJointBody.Outcome.DayUnfit() -> problem(UNPROCESSABLE_CONTENT, "joint.day-unfit");
        };
    }

    private static ResponseEntity<?> answer(HttpStatus status, RunJointBody.Outcome outcome) {
        return switch (outcome) {
            case RunJointBody.Outcome.Done(var id) ->
                ResponseEntity.status(status).body(Map.of("id", id));
            case RunJointBody.Outcome.NoSuchBody() -> problem(NOT_FOUND, "joint.unknown");
            case RunJointBody.Outcome.NoSuchSeat() -> problem(NOT_FOUND, "joint.seat-unknown");
            case RunJointBody.Outcome.NotYours() -> problem(FORBIDDEN, "joint.not-yours");
            case RunJointBody.Outcome.NotFounded() -> problem(CONFLICT, "joint.not-founded");
            case RunJointBody.Outcome.DaysUnfit() -> problem(UNPROCESSABLE_CONTENT, "joint.day-unfit");
        };
    }
}
