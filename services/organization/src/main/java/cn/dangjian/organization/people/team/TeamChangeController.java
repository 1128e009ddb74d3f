package cn.dangjian.organization.people.team;

import static org.springframework.http.HttpStatus.CREATED;

import cn.dangjian.organization.people.term.Refusals;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
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

/** Changing who leads a unit; each time by a superior. */
@Tag(name = "teams 领导班子")
@RestController
class TeamChangeController {

    private static final String POST = "[A-Z][A-Z_]{0,31}";

    private final SeatTeam seatTeam;
    private final TakeSeat takeSeat;
    private final LeaveSeat leaveSeat;

    TeamChangeController(SeatTeam seatTeam, TakeSeat takeSeat, LeaveSeat leaveSeat) {
        this.seatTeam = seatTeam;
        this.takeSeat = takeSeat;
        this.leaveSeat = leaveSeat;
    }

    record SessionRequest(
            @Min(1) @Max(999) int number,
            @NotNull LocalDate startedOn,
            @NotBlank @Size(max = 100) String document) {}

    /** @param person someone of the unit already; then the name only has to be any */
    record SeatRequest(
            @NotNull @Pattern(regexp = POST) String post,
            @Nullable @Positive Long person,
            @NotBlank @Size(max = 100) String name,
            @Nullable @Positive Long account,
            @NotNull LocalDate from,
            @Nullable LocalDate to,
            @NotNull Boolean fullTime) {}

    record EndRequest(
            @NotNull LocalDate on,
            @NotBlank @Size(max = 200) String reason) {}

    @Operation(summary = "Begin a unit's next term (届)")
    @Idempotent
    @PostMapping("/v1/units/{id}/team/sessions")
    ResponseEntity<?> begin(@PathVariable UnitId id, @Valid @RequestBody SessionRequest request, Caller caller) {
        var plan = new SeatTeam.Plan(
                request.number(), request.startedOn(), request.document().strip(), List.of());
        return switch (seatTeam.seat(id, plan, caller)) {
            case SeatTeam.Outcome.Seated(var session) ->
                ResponseEntity.status(CREATED).eTag(ETags.of(session.version())).body(session);
            case SeatTeam.Outcome.Refused(var why) -> Refusals.answer(why);
        };
    }

    @Operation(summary = "Put someone on a post (任职)")
    @Idempotent
    @PostMapping("/v1/units/{id}/team/seats")
    ResponseEntity<?> take(@PathVariable UnitId id, @Valid @RequestBody SeatRequest request, Caller caller) {
        var plan = new TakeSeat.Plan(
                id,
                request.post(),
                request.person(),
                request.name().strip(),
                request.account(),
                request.from(),
                request.to(),
                request.fullTime());
        return switch (takeSeat.take(plan, caller)) {
            case TakeSeat.Outcome.Taken(var seat) -> answer(CREATED, seat);
            case TakeSeat.Outcome.Refused(var why) -> Refusals.answer(why);
        };
    }

    @Operation(summary = "End a seat, also on a day to come (免职)")
    @Idempotent
    @PostMapping("/v1/seats/{id}/end")
    ResponseEntity<?> leave(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody EndRequest request,
            Caller caller) {
        var plan = new LeaveSeat.Plan(id, request.on(), request.reason().strip(), ifMatch);
        return switch (leaveSeat.leave(plan, caller)) {
            case LeaveSeat.Outcome.Left(var seat) -> answer(HttpStatus.OK, seat);
            case LeaveSeat.Outcome.Refused(var why) -> Refusals.answer(why);
        };
    }

    private static ResponseEntity<Seat> answer(HttpStatus status, Seat seat) {
        return ResponseEntity.status(status).eTag(ETags.of(seat.version())).body(seat);
    }
}
