package cn.dangjian.organization.tree.temporary;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.organization.tree.rulebook.Rulebook;
import cn.dangjian.organization.tree.rulebook.Rules;
import cn.dangjian.organization.tree.temporary.PlannedEndRepository.Prolongation;
import cn.dangjian.organization.tree.temporary.PlannedEndRepository.Temporary;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.version.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which temporary units there are, which of them are to be ended, and which go on for longer. */
@Tag(name = "units 组织")
@RestController
class TemporaryController {

    private final PlannedEndRepository ends;
    private final Prolong prolong;
    private final Rulebook rulebook;
    private final Days days;

    TemporaryController(PlannedEndRepository ends, Prolong prolong, Rulebook rulebook, Days days) {
        this.ends = ends;
        this.prolong = prolong;
        this.rulebook = rulebook;
        this.days = days;
    }

    /** @param alarm null while there is time */
    record TemporaryResponse(
            long id,
            String code,
            String name,
            String kind,
            LocalDate until,
            @Nullable Alarm alarm) {

        static TemporaryResponse of(Temporary unit, LocalDate today, Rules rules) {
            return new TemporaryResponse(
                    unit.id(),
                    unit.code(),
                    unit.name(),
                    unit.kind(),
                    unit.until(),
                    Alarm.of(unit.until(), today, unit.path(), rules));
        }
    }

    /** @param prolongations the newest first */
    record ProlongedResponse(TemporaryResponse unit, List<ProlongationResponse> prolongations) {}

    /** @param from the planned last day before, {@code until} the one since */
    record ProlongationResponse(LocalDate from, LocalDate until, String document, String reason, OffsetDateTime at) {

        static ProlongationResponse of(Prolongation prolongation) {
            return new ProlongationResponse(
                    prolongation.from(),
                    prolongation.to(),
                    prolongation.document(),
                    prolongation.reason(),
                    prolongation.at().atOffset(ZoneOffset.UTC));
        }
    }

    record ProlongRequest(
            @NotNull LocalDate until,
            @NotBlank @Size(max = 100) String document,
            @NotBlank @Size(max = 500) String reason) {}

    @Operation(summary = "A temporary unit and how often it was prolonged")
    @GetMapping("/v1/temporary-units/{id}")
    ResponseEntity<?> unit(@PathVariable UnitId id, @Subtree(lines = true) Scope scope) {
        return ends.find(id, scope)
                .<ResponseEntity<?>>map(unit -> answer(unit, scope))
                .orElseGet(() -> problem(NOT_FOUND, "unit.unknown"));
    }

    @Operation(
            summary = "Let a temporary unit go on until a later day (延期)",
            description =
                    "By a unit above it of the tier that decides about it (rules/deciders.csv), with the number of the"
                            + " document; If-Match takes the ETag of GET /v1/temporary-units/{id}.")
    @Idempotent
    @PostMapping("/v1/temporary-units/{id}/prolongations")
    ResponseEntity<?> prolong(
            @PathVariable UnitId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ProlongRequest request,
            Caller caller,
            @Subtree Scope scope) {
        var asked = new Prolong.Request(
                id,
                request.until(),
                request.document().strip(),
                request.reason().strip(),
                ifMatch);
        return switch (prolong.prolong(asked, caller)) {
            case Prolong.Outcome.Prolonged(var unit) -> answer(unit, scope);
            case Prolong.Outcome.NoSuchUnit() -> problem(NOT_FOUND, "unit.unknown");
            case Prolong.Outcome.NotTemporary(var name) ->
                problem(UNPROCESSABLE_CONTENT, "temporary.not-temporary", name);
            case Prolong.Outcome.NotDecider(var decider) -> problem(FORBIDDEN, "change.not-decider", decider.name());
            case Prolong.Outcome.Ending(var name) -> problem(CONFLICT, "temporary.ending", name);
            case Prolong.Outcome.NotLater(var than) ->
                problem(UNPROCESSABLE_CONTENT, "temporary.not-later", than.toString());
        };
    }

    private ResponseEntity<?> answer(Temporary unit, Scope scope) {
        var today = days.today();
        var prolongations = ends.listProlongations(new UnitId(unit.id()), scope).stream()
                .map(ProlongationResponse::of)
                .toList();
        return ResponseEntity.ok()
                .eTag(ETags.of(unit.version()))
                .body(new ProlongedResponse(TemporaryResponse.of(unit, today, rulebook.on(today)), prolongations));
    }

    @Operation(
            summary = "The temporary units (临时党组织) of the caller's subtree, the next to end first, with their alarms")
    @GetMapping("/v1/temporary-units")
    Page<TemporaryResponse> units(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Subtree(lines = true) Scope scope) {
        var last = Cursor.parse(cursor, 2);
        var after = last == null ? LocalDate.EPOCH : LocalDate.ofEpochDay(last.number(0));
        var page = Page.of(
                ends.list(after, last == null ? 0 : last.number(1), limit + 1, scope),
                limit,
                (Temporary unit) -> Cursor.of(unit.until().toEpochDay(), unit.id()));
        var today = days.today();
        var rules = rulebook.on(today);
        return page.map(unit -> TemporaryResponse.of(unit, today, rules));
    }
}
