package cn.dangjian.identity.appointment;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.identity.account.Superior;
import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: giving posts, ending them, moving their holders. */
@Tag(name = "appointments 任职")
@RestController
@RequestMapping("/v1/posts")
class AppointmentController {

    private static final String DUTY = "[a-z][a-z-]{0,31}";

    private final Appoint appoint;
    private final EndAppointment endAppointment;
    private final Transfer transfer;

    AppointmentController(Appoint appoint, EndAppointment endAppointment, Transfer transfer) {
        this.appoint = appoint;
        this.endAppointment = endAppointment;
        this.transfer = transfer;
    }

    @Operation(summary = "任职 / Give an account a post at a unit below, for a term")
    @PostMapping
    @Idempotent
    ResponseEntity<?> appoint(@Valid @RequestBody PostRequest request, Superior by) {
        return switch (appoint.appoint(request.account(), request.unit(), request.term(), by)) {
            case Appoint.Outcome.Appointed(var appointment) -> answer(CREATED, appointment);
            case Appoint.Outcome.NoSuchAccount() -> problem(NOT_FOUND, "account.unknown");
            case Appoint.Outcome.NoSuchUnit() -> problem(NOT_FOUND, "appointment.unit-unknown");
            case Appoint.Outcome.NoSuchSeat() -> problem(NOT_FOUND, "appointment.seat-unknown");
            case Appoint.Outcome.SeatEnded() -> problem(CONFLICT, "appointment.seat-ended");
            case Appoint.Outcome.SeatTaken() -> problem(CONFLICT, "appointment.seat-taken");
            case Appoint.Outcome.NotBelow() -> problem(CONFLICT, "appointment.not-below");
            case Appoint.Outcome.Office() -> problem(CONFLICT, "appointment.office");
            case Appoint.Outcome.WrongDays() -> problem(UNPROCESSABLE_CONTENT, "appointment.days");
            case Appoint.Outcome.HeldAlready() -> problem(CONFLICT, "appointment.held");
        };
    }

    @Operation(summary = "免职、离任 / End a post now, or say on which day it ends")
    @PostMapping("/{id}/end")
    ResponseEntity<?> end(
            @PathVariable long id,
            @Valid @RequestBody EndRequest request,
            Superior by,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return switch (endAppointment.end(id, request.lastDay(), request.reason(), by, ifMatch)) {
            case EndAppointment.Outcome.Ended(var appointment) -> answer(OK, appointment);
            case EndAppointment.Outcome.NoSuchPost() -> problem(NOT_FOUND, "appointment.unknown");
            case EndAppointment.Outcome.NotBelow() -> problem(CONFLICT, "appointment.not-below");
            case EndAppointment.Outcome.Office() -> problem(CONFLICT, "appointment.office");
            case EndAppointment.Outcome.EndedBefore() -> problem(CONFLICT, "appointment.ended");
            case EndAppointment.Outcome.WrongDays() -> problem(UNPROCESSABLE_CONTENT, "appointment.days");
        };
    }

    @Operation(summary = "调任 / End a post here and begin one there for the same person")
    @PostMapping("/{id}/transfer")
    @Idempotent
    ResponseEntity<?> transfer(
            @PathVariable long id,
            @Valid @RequestBody TransferRequest request,
            Superior by,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return switch (transfer.transfer(id, request.unit(), request.term(), by, ifMatch)) {
            case Transfer.Outcome.Transferred(var here, var there) -> answer(CREATED, there);
            case Transfer.Outcome.NoSuchPost() -> problem(NOT_FOUND, "appointment.unknown");
            case Transfer.Outcome.NoSuchUnit() -> problem(NOT_FOUND, "appointment.unit-unknown");
            case Transfer.Outcome.NoSuchSeat() -> problem(NOT_FOUND, "appointment.seat-unknown");
            case Transfer.Outcome.SeatEnded() -> problem(CONFLICT, "appointment.seat-ended");
            case Transfer.Outcome.SeatTaken() -> problem(CONFLICT, "appointment.seat-taken");
            case Transfer.Outcome.NotBelow() -> problem(CONFLICT, "appointment.not-below");
            case Transfer.Outcome.Office() -> problem(CONFLICT, "appointment.office");
            case Transfer.Outcome.EndedBefore() -> problem(CONFLICT, "appointment.ended");
            case Transfer.Outcome.WrongDays() -> problem(UNPROCESSABLE_CONTENT, "appointment.days");
            case Transfer.Outcome.HeldAlready() -> problem(CONFLICT, "appointment.held");
        };
    }

    private static ResponseEntity<PostResponse> answer(HttpStatus status, Appointment appointment) {
        return ResponseEntity.status(status)
                .eTag(ETags.of(appointment.version()))
                .body(PostResponse.of(appointment));
    }

    /** @param seat the seat in the unit's team that the post follows and ends with, if there is one */
    record PostRequest(
            @NotNull AccountId account,
            @Positive long unit,
            @NotBlank @Pattern(regexp = DUTY) String duty,
            @NotNull LocalDate from,
            @Nullable LocalDate until,
            @Nullable @Size(max = 200) String source,
            @Nullable @Positive Long seat) {

        Term term() {
            return new Term(duty, from, until, source, seat);
        }
    }

    /** @param seat the seat in the new unit's team that the new post follows and ends with, if there is one */
    record TransferRequest(
            @Positive long unit,
            @NotBlank @Pattern(regexp = DUTY) String duty,
            @NotNull LocalDate from,
            @Nullable LocalDate until,
            @Nullable @Size(max = 200) String source,
            @Nullable @Positive Long seat) {

        Term term() {
            return new Term(duty, from, until, source, seat);
        }
    }

    /** Without a last day the post ends at once. */
    record EndRequest(
            @Nullable LocalDate lastDay,
            @NotBlank @Size(max = 200) String reason) {}

    record PostResponse(
            long post,
            AccountId account,
            long unit,
            String duty,
            boolean active,
            boolean planned,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String source,
            @Nullable Long seat,
            long version) {

        static PostResponse of(Appointment appointment) {
            return new PostResponse(
                    appointment.id(),
                    appointment.account(),
                    appointment.unit(),
                    appointment.duty(),
                    appointment.active(),
                    appointment.planned(),
                    appointment.fromDay(),
                    appointment.untilDay(),
                    appointment.source(),
                    appointment.seat(),
                    appointment.version());
        }
    }
}
