package cn.dangjian.organization.field.weak;

import cn.dangjian.organization.field.weak.AdvanceCase.PeriodRequest;
import cn.dangjian.organization.field.weak.ScreenUnit.ScreenRequest;
import cn.dangjian.organization.field.weak.WeakCase.State;
import cn.dangjian.platform.cases.CaseFile;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import cn.dangjian.platform.web.version.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: screening a unit and taking its case from step to step. */
@Tag(name = "weak units 软弱涣散")
@RestController
class WeakCaseController {

    private final ScreenUnit screenUnit;
    private final AdvanceCase advanceCase;
    private final WeakTypes types;

    WeakCaseController(ScreenUnit screenUnit, AdvanceCase advanceCase, WeakTypes types) {
        this.screenUnit = screenUnit;
        this.advanceCase = advanceCase;
        this.types = types;
    }

    record DocumentRequest(
            @NotBlank @Size(max = 100) String document,
            @Nullable @Size(max = 1000) String note) {}

    record NoteRequest(
            @NotNull LocalDate day,
            @NotBlank @Size(max = 1000) String note) {

        Said said() {
            return Said.on(day).note(note);
        }
    }

    record ReasonRequest(@NotBlank @Size(max = 1000) String reason) {}

    record StateResponse(long id, State state, int round, long version) implements Versioned {

        static StateResponse of(CaseFile<State> file) {
            return new StateResponse(file.id(), file.state(), file.round(), file.version());
        }
    }

    @Operation(summary = "The official problem types with their source")
    @GetMapping("/v1/weak-types")
    List<WeakTypes.Type> types(Desk desk) {
        return types.on(desk.today());
    }

    @Operation(summary = "Propose a unit as weak (排查上报)")
    @Idempotent
    @PostMapping("/v1/weak-cases")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<StateResponse> screen(@Valid @RequestBody ScreenRequest request, Desk desk) {
        var screened = StateResponse.of(screenUnit.screen(request, desk));
        return Reply.created("/v1/weak-cases/" + screened.id(), screened);
    }

    @Operation(summary = "Decide that a unit is weak, and until when it is to be put right (确定)")
    @Idempotent
    @PostMapping("/v1/weak-cases/{id}/confirmation")
    ResponseEntity<StateResponse> confirm(
            @PathVariable long id, Seen seen, @Valid @RequestBody PeriodRequest request, Desk desk) {
        return Reply.ok(StateResponse.of(advanceCase.decide(id, Step.CONFIRMED, request, seen, desk)));
    }

    @Operation(summary = "Go on in a further round (续整)")
    @Idempotent
    @PostMapping("/v1/weak-cases/{id}/continuation")
    ResponseEntity<StateResponse> proceed(
            @PathVariable long id, Seen seen, @Valid @RequestBody PeriodRequest request, Desk desk) {
        return Reply.ok(StateResponse.of(advanceCase.decide(id, Step.CONTINUED, request, seen, desk)));
    }

    @Operation(summary = "Decide that a proposed unit is not weak (不予确定)")
    @Idempotent
    @PostMapping("/v1/weak-cases/{id}/dismissal")
    ResponseEntity<StateResponse> dismiss(
            @PathVariable long id, Seen seen, @Valid @RequestBody ReasonRequest request, Desk desk) {
        return advance(id, Step.DISMISSED, Said.today(desk).note(request.reason()), seen, desk);
    }

    @Operation(summary = "Begin to put the unit right, by its plan (整顿)")
    @Idempotent
    @PostMapping("/v1/weak-cases/{id}/start")
    ResponseEntity<StateResponse> start(@PathVariable long id, Seen seen, Desk desk) {
        return advance(id, Step.STARTED, Said.today(desk), seen, desk);
    }

    @Operation(summary = "Note a check during the rectification (督查)")
    @Idempotent
    @PostMapping("/v1/weak-cases/{id}/checks")
    ResponseEntity<StateResponse> check(@PathVariable long id, @Valid @RequestBody NoteRequest request, Desk desk) {
        return advance(id, Step.CHECKED, request.said(), Seen.any(), desk);
    }

    @Operation(summary = "Hold the acceptance (验收)")
    @Idempotent
    @PostMapping("/v1/weak-cases/{id}/acceptance")
    ResponseEntity<StateResponse> accept(
            @PathVariable long id, Seen seen, @Valid @RequestBody NoteRequest request, Desk desk) {
        return advance(id, Step.ACCEPTANCE, request.said(), seen, desk);
    }

    @Operation(summary = "Take the unit off the list (销号)")
    @Idempotent
    @PostMapping("/v1/weak-cases/{id}/closure")
    ResponseEntity<StateResponse> close(
            @PathVariable long id, Seen seen, @Valid @RequestBody DocumentRequest request, Desk desk) {
        return advance(id, Step.CLOSED, Said.today(desk).by(request.document()).note(request.note()), seen, desk);
    }

    @Operation(summary = "Note a sample check by the province (抽查)")
    @Idempotent
    @PostMapping("/v1/weak-cases/{id}/samples")
    ResponseEntity<StateResponse> sample(@PathVariable long id, @Valid @RequestBody NoteRequest request, Desk desk) {
        return advance(id, Step.SAMPLED, request.said(), Seen.any(), desk);
    }

    private ResponseEntity<StateResponse> advance(long id, Step step, Said said, Seen seen, Desk desk) {
        return Reply.ok(StateResponse.of(advanceCase.advance(id, step, said, seen, desk)));
    }
}
