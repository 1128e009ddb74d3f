package cn.dangjian.organization.field.weak;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.organization.field.weak.WeakCase.State;
import cn.dangjian.organization.field.weak.WeakPartRepository.Said;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: screening a unit and taking its case from step to step. */
@Tag(name = "weak units 软弱涣散")
@RestController
class WeakCaseController {

    private final ScreenUnit screenUnit;
    private final AdvanceCase advanceCase;
    private final WeakTypes types;
    private final Days days;

    WeakCaseController(ScreenUnit screenUnit, AdvanceCase advanceCase, WeakTypes types, Days days) {
        this.screenUnit = screenUnit;
        this.advanceCase = advanceCase;
        this.types = types;
        this.days = days;
    }

    record ScreenRequest(
            @NotNull UnitId unit,
            @Min(2018) @Max(2100) int year,
            @NotEmpty @Size(max = 10) List<@NotBlank @Size(max = 24) String> types,
            @NotBlank @Size(max = 1000) String note) {}

    /** A decision that sets the rectification period. */
    record PeriodRequest(
            @NotBlank @Size(max = 100) String document,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @Nullable @Size(max = 1000) String note) {}

    record DocumentRequest(
            @NotBlank @Size(max = 100) String document,
            @Nullable @Size(max = 1000) String note) {}

    record NoteRequest(
            @NotNull LocalDate day,
            @NotBlank @Size(max = 1000) String note) {}

    record ReasonRequest(@NotBlank @Size(max = 1000) String reason) {}

    record StateResponse(long id, State state, int round, long version) {}

    @Operation(summary = "The official problem types with their source")
    @GetMapping("/v1/weak-types")
    List<WeakTypes.Type> types(Caller caller) {
        return types.on(days.today());
    }

    @Operation(summary = "Propose a unit as weak (排查上报)")
    @Idempotent
    @PostMapping("/v1/weak-cases")
    ResponseEntity<?> screen(@Valid @RequestBody ScreenRequest request, Caller caller) {
        var plan = new ScreenUnit.Plan(
                request.unit(), request.year(), request.types(), request.note().strip());
        return switch (screenUnit.screen(plan, caller)) {
            case ScreenUnit.Outcome.Screened(var weak) ->
                answer(ResponseEntity.created(URI.create("/v1/weak-cases/" + weak.id())), weak);
            case ScreenUnit.Outcome.NoSuchUnit() -> problem(NOT_FOUND, "unit.unknown");
            case ScreenUnit.Outcome.NotYours() -> problem(FORBIDDEN, "weak.not-yours");
            case ScreenUnit.Outcome.NotABase() -> problem(UNPROCESSABLE_CONTENT, "weak.not-a-base");
            case ScreenUnit.Outcome.NoSuchType(var type) -> problem(UNPROCESSABLE_CONTENT, "weak.type-unknown", type);
            case ScreenUnit.Outcome.NoScreening(var year) ->
                problem(CONFLICT, "weak.no-screening", String.valueOf(year));
            case ScreenUnit.Outcome.ScreeningOver(var year) ->
                problem(CONFLICT, "weak.screening-over", String.valueOf(year));
            case ScreenUnit.Outcome.ThereAlready(var name) -> problem(CONFLICT, "weak.there-already", name);
        };
    }

    @Operation(summary = "Decide that a unit is weak, and until when it is to be put right (确定)")
    @Idempotent
    @PostMapping("/v1/weak-cases/{id}/confirmation")
    ResponseEntity<?> confirm(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody PeriodRequest request,
            Caller caller) {
        return period(id, Step.CONFIRMED, request, ifMatch, caller);
    }

    @Operation(summary = "Go on in a further round (续整)")
    @Idempotent
    @PostMapping("/v1/weak-cases/{id}/continuation")
    ResponseEntity<?> proceed(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody PeriodRequest request,
            Caller caller) {
        return period(id, Step.CONTINUED, request, ifMatch, caller);
    }

    @Operation(summary = "Decide that a proposed unit is not weak (不予确定)")
    @Idempotent
    @PostMapping("/v1/weak-cases/{id}/dismissal")
    ResponseEntity<?> dismiss(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ReasonRequest request,
            Caller caller) {
        return advance(id, Step.DISMISSED, new Said(days.today(), null, request.reason()), ifMatch, caller);
    }

    @Operation(summary = "Begin to put the unit right, by its plan (整顿)")
    @Idempotent
    @PostMapping("/v1/weak-cases/{id}/start")
    ResponseEntity<?> start(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return advance(id, Step.STARTED, new Said(days.today(), null, null), ifMatch, caller);
    }

    @Operation(summary = "Note a check during the rectification (督查)")
    @Idempotent
    @PostMapping("/v1/weak-cases/{id}/checks")
    ResponseEntity<?> check(@PathVariable long id, @Valid @RequestBody NoteRequest request, Caller caller) {
        return advance(id, Step.CHECKED, new Said(request.day(), null, request.note()), null, caller);
    }

    @Operation(summary = "Hold the acceptance (验收)")
    @Idempotent
    @PostMapping("/v1/weak-cases/{id}/acceptance")
    ResponseEntity<?> accept(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody NoteRequest request,
            Caller caller) {
        return advance(id, Step.ACCEPTANCE, new Said(request.day(), null, request.note()), ifMatch, caller);
    }

    @Operation(summary = "Take the unit off the list (销号)")
    @Idempotent
    @PostMapping("/v1/weak-cases/{id}/closure")
    ResponseEntity<?> close(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody DocumentRequest request,
            Caller caller) {
        var said = new Said(days.today(), request.document(), request.note());
        return advance(id, Step.CLOSED, said, ifMatch, caller);
    }

    @Operation(summary = "Note a sample check by the province (抽查)")
    @Idempotent
    @PostMapping("/v1/weak-cases/{id}/samples")
    ResponseEntity<?> sample(@PathVariable long id, @Valid @RequestBody NoteRequest request, Caller caller) {
        return advance(id, Step.SAMPLED, new Said(request.day(), null, request.note()), null, caller);
    }

    private ResponseEntity<?> period(
            long id, Step step, PeriodRequest request, @Nullable String ifMatch, Caller caller) {
        var said = new Said(days.today(), request.document(), request.note());
        return advance(new AdvanceCase.Plan(id, step, said, request.from(), request.to(), ifMatch), caller);
    }

    private ResponseEntity<?> advance(long id, Step step, Said said, @Nullable String ifMatch, Caller caller) {
        return advance(new AdvanceCase.Plan(id, step, said, null, null, ifMatch), caller);
    }

    private ResponseEntity<?> advance(AdvanceCase.Plan plan, Caller caller) {
        return switch (advanceCase.advance(plan, caller)) {
            case AdvanceCase.Outcome.Advanced(var weak) -> answer(ResponseEntity.ok(), weak);
            case AdvanceCase.Outcome.NoSuchCase() -> problem(NOT_FOUND, "weak.unknown");
            case AdvanceCase.Outcome.NotYours() -> problem(FORBIDDEN, "weak.not-yours");
            case AdvanceCase.Outcome.SamePerson() -> problem(FORBIDDEN, "weak.same-person");
            case AdvanceCase.Outcome.WrongState(var state) -> problem(CONFLICT, "weak.wrong-state", state.name());
            case AdvanceCase.Outcome.DayAhead(var today) ->
                problem(UNPROCESSABLE_CONTENT, "weak.day-ahead", today.toString());
            case AdvanceCase.Outcome.PeriodUnfit() -> problem(UNPROCESSABLE_CONTENT, "weak.period-unfit");
            case AdvanceCase.Outcome.NoPlan() -> problem(CONFLICT, "weak.no-plan");
            case AdvanceCase.Outcome.MeasuresOpen(var number) ->
                problem(CONFLICT, "weak.measures-open", String.valueOf(number));
            case AdvanceCase.Outcome.LinksMissing(var roles) ->
                problem(
                        CONFLICT,
                        "weak.links-missing",
                        String.join(", ", roles.stream().map(Enum::name).toList()));
        };
    }

    private static ResponseEntity<?> answer(ResponseEntity.BodyBuilder answer, WeakCase weak) {
        return answer.eTag(ETags.of(weak.version()))
                .body(new StateResponse(weak.id(), weak.state(), weak.round(), weak.version()));
    }
}
