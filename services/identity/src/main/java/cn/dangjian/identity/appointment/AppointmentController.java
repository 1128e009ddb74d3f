package cn.dangjian.identity.appointment;

import cn.dangjian.identity.account.Superior;
import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import cn.dangjian.platform.web.version.Versioned;
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
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
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
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PostResponse> appoint(@Valid @RequestBody PostRequest request, Superior by) {
        return Reply.created(PostResponse.of(appoint.appoint(request.account(), request.unit(), request.term(), by)));
    }

    @Operation(summary = "免职、离任 / End a post now, or say on which day it ends")
    @PostMapping("/{id}/end")
    ResponseEntity<PostResponse> end(
            @PathVariable long id, @Valid @RequestBody EndRequest request, Superior by, Seen seen) {
        return Reply.ok(PostResponse.of(endAppointment.end(id, request.lastDay(), request.reason(), by, seen)));
    }

    @Operation(summary = "调任 / End a post here and begin one there for the same person")
    @PostMapping("/{id}/transfer")
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PostResponse> transfer(
            @PathVariable long id, @Valid @RequestBody TransferRequest request, Superior by, Seen seen) {
        return Reply.created(PostResponse.of(transfer.transfer(id, request.unit(), request.term(), by, seen)));
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
            long version)
            implements Versioned {

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
