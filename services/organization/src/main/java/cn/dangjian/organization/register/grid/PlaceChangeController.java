package cn.dangjian.organization.register.grid;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Keeping places: opening and closing them, and saying which Party unit stands for one. */
@Tag(name = "grid 网格")
@RestController
class PlaceChangeController {

    private final OpenPlace openPlace;
    private final LinkPlace linkPlace;
    private final ClosePlace closePlace;
    private final PlaceQueries queries;
    private final Days days;

    PlaceChangeController(
            OpenPlace openPlace, LinkPlace linkPlace, ClosePlace closePlace, PlaceQueries queries, Days days) {
        this.openPlace = openPlace;
        this.linkPlace = linkPlace;
        this.closePlace = closePlace;
        this.queries = queries;
        this.days = days;
    }

    record OpenRequest(
            @NotNull UnitId communityId,
            @Nullable Long parentId,
            @NotBlank @Size(max = 16) String kind,
            @NotBlank @Size(max = 100) String name,
            @NotNull LocalDate on) {}

    /** @param partyUnitId null if none stands for the place any more */
    record LinkRequest(
            @Nullable UnitId partyUnitId, @NotNull LocalDate on) {}

    record CloseRequest(@NotNull LocalDate on) {}

    @Operation(summary = "Open a grid, a building or a household (划分)")
    @Idempotent
    @PostMapping("/v1/grid-places")
    ResponseEntity<?> open(@Valid @RequestBody OpenRequest request, @Subtree Scope scope, Caller caller) {
        var plan = new OpenPlace.Plan(
                request.communityId().value(),
                request.parentId(),
                request.kind(),
                request.name().strip(),
                request.on());
        return switch (openPlace.open(plan, caller)) {
            case OpenPlace.Outcome.Opened(var id) ->
                answer(ResponseEntity.created(URI.create("/v1/grid-places/" + id)), id, scope);
            case OpenPlace.Outcome.Refused(var why) -> refuse(why);
        };
    }

    @Operation(summary = "From a day on a Party unit stands for a place, or none does")
    @Idempotent
    @PostMapping("/v1/grid-places/{id}/link")
    ResponseEntity<?> link(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody LinkRequest request,
            @Subtree Scope scope,
            Caller caller) {
        var party = request.partyUnitId();
        var plan = new LinkPlace.Plan(id, ifMatch, party == null ? null : party.value(), request.on());
        return switch (linkPlace.link(plan, caller)) {
            case LinkPlace.Outcome.Linked(var linked) -> answer(ResponseEntity.ok(), linked, scope);
            case LinkPlace.Outcome.Refused(var why) -> refuse(why);
        };
    }

    @Operation(summary = "Close a place that exists no more (撤并)")
    @Idempotent
    @PostMapping("/v1/grid-places/{id}/closure")
    ResponseEntity<?> close(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody CloseRequest request,
            @Subtree Scope scope,
            Caller caller) {
        return switch (closePlace.close(id, ifMatch, request.on(), caller)) {
            case ClosePlace.Outcome.Closed(var closed) -> answer(ResponseEntity.ok(), closed, scope);
            case ClosePlace.Outcome.Refused(var why) -> refuse(why);
        };
    }

    private ResponseEntity<?> answer(ResponseEntity.BodyBuilder answer, long id, Scope scope) {
        var view = queries.find(id, days.today(), scope).orElseThrow();
        return answer.eTag(ETags.of(view.version())).body(view);
    }

    static ResponseEntity<?> refuse(Refusal why) {
        return switch (why) {
            case Refusal.NoSuchPlace() -> problem(NOT_FOUND, "grid.unknown");
            case Refusal.NoSuchCommunity() -> problem(NOT_FOUND, "grid.community-unknown");
            case Refusal.NoSuchPartyUnit() -> problem(NOT_FOUND, "grid.party-unit-unknown");
            case Refusal.NotWarden() -> problem(FORBIDDEN, "grid.not-warden");
            case Refusal.KindUnfit(var kind) -> problem(UNPROCESSABLE_CONTENT, "grid.kind-unfit", kind);
            case Refusal.PartyUnitUnfit(var kind) -> problem(UNPROCESSABLE_CONTENT, "grid.party-unit-unfit", kind);
            case Refusal.Closed(var name) -> problem(CONFLICT, "grid.closed", name);
            case Refusal.HasPlaces() -> problem(CONFLICT, "grid.has-places");
            case Refusal.NotLinked() -> problem(CONFLICT, "grid.not-linked");
            case Refusal.VolunteerUnfit(var kind) -> problem(UNPROCESSABLE_CONTENT, "grid.volunteer-unfit", kind);
            case Refusal.NoVolunteer() -> problem(CONFLICT, "grid.no-volunteer");
            case Refusal.Future(var today) -> problem(UNPROCESSABLE_CONTENT, "grid.future", today.toString());
            case Refusal.TooEarly(var earliest) ->
                problem(UNPROCESSABLE_CONTENT, "grid.too-early", earliest.toString());
        };
    }
}
