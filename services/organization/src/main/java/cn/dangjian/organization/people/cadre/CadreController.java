package cn.dangjian.organization.people.cadre;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.organization.people.cadre.ChangeCadre.Step;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
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
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The reserve lists of villages. */
@Tag(name = "reserve cadres 后备干部")
@RestController
class CadreController {

    private final NominateCadre nominateCadre;
    private final ChangeCadre changeCadre;
    private final CadreRepository cadres;

    CadreController(NominateCadre nominateCadre, ChangeCadre changeCadre, CadreRepository cadres) {
        this.nominateCadre = nominateCadre;
        this.changeCadre = changeCadre;
        this.cadres = cadres;
    }

    record NominationRequest(
            @NotBlank @Size(max = 100) String name,
            @Nullable @Positive Long account,
            @NotBlank @Size(max = 100) String mentor,
            @NotNull @Size(max = 10) Set<@NotBlank @Size(max = 32) String> tags) {}

    record LeaveRequest(@NotBlank @Size(max = 200) String reason) {}

    record TrainingRequest(
            @NotNull LocalDate heldOn,
            @NotBlank @Size(max = 200) String topic,
            @Min(1) @Max(999) int hours) {}

    record ListedResponse(long id, UnitId village, String name, String mentor, Cadre.State state) {

        static ListedResponse of(Cadre cadre) {
            return new ListedResponse(cadre.id(), cadre.unitId(), cadre.name(), cadre.mentor(), cadre.state());
        }
    }

    record CadreResponse(Cadre cadre, Cadre.State state, List<String> tags, List<Cadre.Training> trainings) {}

    @Operation(summary = "Nominate somebody (推荐)")
    @Idempotent
    @PostMapping("/v1/units/{id}/reserve-cadres")
    ResponseEntity<?> nominate(
            @PathVariable UnitId id,
            @Valid @RequestBody NominationRequest request,
            Caller caller,
            @Subtree Scope scope) {
        var plan = new NominateCadre.Plan(
                id, request.name().strip(), request.account(), request.mentor().strip(), request.tags());
        return switch (nominateCadre.nominate(plan, caller)) {
            case NominateCadre.Outcome.Nominated(var cadre) -> answer(CREATED, cadre, scope);
            case NominateCadre.Outcome.NoSuchVillage() -> problem(NOT_FOUND, "cadre.unknown");
            case NominateCadre.Outcome.NoSuchTag() -> problem(UNPROCESSABLE_CONTENT, "cadre.no-such-tag");
        };
    }

    @Operation(summary = "Put somebody on the county's list (入库)")
    @Idempotent
    @PostMapping("/v1/reserve-cadres/{id}/listing")
    ResponseEntity<?> enlist(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller,
            @Subtree Scope scope) {
        return answer(changeCadre.change(id, new Step.Enlist(), ifMatch, caller), scope);
    }

    @Operation(summary = "Take somebody off the list (出库)")
    @Idempotent
    @PostMapping("/v1/reserve-cadres/{id}/departure")
    ResponseEntity<?> leave(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody LeaveRequest request,
            Caller caller,
            @Subtree Scope scope) {
        return answer(changeCadre.change(id, new Step.Leave(request.reason().strip()), ifMatch, caller), scope);
    }

    @Operation(summary = "Write a training down (培训)")
    @Idempotent
    @PostMapping("/v1/reserve-cadres/{id}/trainings")
    ResponseEntity<?> train(
            @PathVariable long id, @Valid @RequestBody TrainingRequest request, Caller caller, @Subtree Scope scope) {
        var training = new Cadre.Training(request.heldOn(), request.topic().strip(), request.hours());
        return answer(changeCadre.change(id, new Step.Train(training), null, caller), scope);
    }

    @Operation(summary = "Somebody in reserve, with trainings")
    @GetMapping("/v1/reserve-cadres/{id}")
    ResponseEntity<?> cadre(@PathVariable long id, @Subtree Scope scope) {
        var found = cadres.find(id, scope);
        return found.isEmpty() ? problem(NOT_FOUND, "cadre.unknown") : answer(OK, found.get(), scope);
    }

    @Operation(summary = "Those in reserve, the newest first")
    @GetMapping("/v1/reserve-cadres")
    Page<ListedResponse> cadres(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Subtree Scope scope) {
        var last = Cursor.parse(cursor, 1);
        long before = last == null ? Long.MAX_VALUE : last.number(0);
        var rows = cadres.list(before, limit + 1, scope);
        return Page.of(rows, limit, (Cadre cadre) -> Cursor.of(cadre.id())).map(ListedResponse::of);
    }

    private ResponseEntity<?> answer(ChangeCadre.Outcome outcome, Scope scope) {
        return switch (outcome) {
            case ChangeCadre.Outcome.Changed(var cadre) -> answer(OK, cadre, scope);
            case ChangeCadre.Outcome.NoSuchCadre() -> problem(NOT_FOUND, "cadre.unknown");
            case ChangeCadre.Outcome.NotYours() -> problem(FORBIDDEN, "cadre.not-yours");
            case ChangeCadre.Outcome.Left() -> problem(CONFLICT, "cadre.left");
            case ChangeCadre.Outcome.Listed() -> problem(CONFLICT, "cadre.listed");
            case ChangeCadre.Outcome.Future() -> problem(UNPROCESSABLE_CONTENT, "cadre.future");
        };
    }

    private ResponseEntity<?> answer(HttpStatus status, Cadre cadre, Scope scope) {
        var body = new CadreResponse(
                cadre, cadre.state(), cadres.listTags(cadre, scope), cadres.listTrainings(cadre, scope));
        return ResponseEntity.status(status).eTag(ETags.of(cadre.version())).body(body);
    }
}
