package cn.dangjian.organization.unit;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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

/** Changing the tree, each time by a document (批准文号). */
@Tag(name = "units 组织")
@RestController
class UnitChangeController {

    private final EstablishUnit establishUnit;
    private final RenameUnit renameUnit;
    private final MoveUnit moveUnit;
    private final AbolishUnit abolishUnit;
    private final UnitQueries queries;

    UnitChangeController(
            EstablishUnit establishUnit,
            RenameUnit renameUnit,
            MoveUnit moveUnit,
            AbolishUnit abolishUnit,
            UnitQueries queries) {
        this.establishUnit = establishUnit;
        this.renameUnit = renameUnit;
        this.moveUnit = moveUnit;
        this.abolishUnit = abolishUnit;
        this.queries = queries;
    }

    private static final String CODE = "[0-9A-Za-z-]+";

    record EstablishRequest(
            @NotNull UnitId parentId,
            @NotNull @Size(max = 32) @Pattern(regexp = CODE) String code,
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(max = 40) String kind,
            @NotBlank @Size(max = 100) String document,
            @NotNull LocalDate effectiveOn) {}

    record RenameRequest(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String document,
            @NotNull LocalDate effectiveOn) {}

    record MoveRequest(
            @NotNull UnitId parentId,
            @NotBlank @Size(max = 100) String document,
            @NotNull LocalDate effectiveOn) {}

    record AbolishRequest(
            @NotBlank @Size(max = 100) String document,
            @NotNull LocalDate effectiveOn) {}

    @Operation(summary = "Establish a unit (设立)")
    @Idempotent
    @PostMapping("/v1/units")
    ResponseEntity<?> establish(@Valid @RequestBody EstablishRequest request, Caller caller) {
        var plan = new EstablishUnit.Plan(
                request.parentId(),
                request.code(),
                request.name().strip(),
                request.kind(),
                request.document().strip(),
                request.effectiveOn());
        return switch (establishUnit.establish(plan, caller)) {
            case EstablishUnit.Outcome.Established(var unit) ->
                answer(
                        ResponseEntity.created(
                                URI.create("/v1/units/" + unit.id().value())),
                        unit);
            case EstablishUnit.Outcome.Refused(var why) -> refuse(why);
        };
    }

    @Operation(summary = "Rename a unit (更名)")
    @Idempotent
    @PostMapping("/v1/units/{id}/renaming")
    ResponseEntity<?> rename(
            @PathVariable UnitId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody RenameRequest request,
            Caller caller) {
        var plan = new RenameUnit.Plan(
                id, ifMatch, request.name().strip(), request.document().strip(), request.effectiveOn());
        return switch (renameUnit.rename(plan, caller)) {
            case RenameUnit.Outcome.Renamed(var unit) -> answer(ResponseEntity.ok(), unit);
            case RenameUnit.Outcome.Refused(var why) -> refuse(why);
        };
    }

    @Operation(summary = "Put a unit and all below it under another parent (改隶)")
    @Idempotent
    @PostMapping("/v1/units/{id}/move")
    ResponseEntity<?> move(
            @PathVariable UnitId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody MoveRequest request,
            Caller caller) {
        var plan = new MoveUnit.Plan(
                id, ifMatch, request.parentId(), request.document().strip(), request.effectiveOn());
        return switch (moveUnit.move(plan, caller)) {
            case MoveUnit.Outcome.Moved(var unit) -> answer(ResponseEntity.ok(), unit);
            case MoveUnit.Outcome.Refused(var why) -> refuse(why);
        };
    }

    @Operation(summary = "Abolish a unit (撤销)")
    @Idempotent
    @PostMapping("/v1/units/{id}/abolition")
    ResponseEntity<?> abolish(
            @PathVariable UnitId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody AbolishRequest request,
            Caller caller) {
        var plan = new AbolishUnit.Plan(id, ifMatch, request.document().strip(), request.effectiveOn());
        return switch (abolishUnit.abolish(plan, caller)) {
            case AbolishUnit.Outcome.Abolished(var unit) -> answer(ResponseEntity.ok(), unit);
            case AbolishUnit.Outcome.Refused(var why) -> refuse(why);
        };
    }

    private ResponseEntity<?> answer(ResponseEntity.BodyBuilder answer, Unit unit) {
        var view = queries.find(unit.id(), Scope.own(unit.path())).orElseThrow();
        return answer.eTag(ETags.of(view.version())).body(view);
    }

    private static ResponseEntity<?> refuse(Refusal why) {
        return switch (why) {
            case Refusal.NoSuchUnit() -> problem(NOT_FOUND, "unit.unknown");
            case Refusal.NoSuchParent() -> problem(NOT_FOUND, "unit.parent-unknown");
            case Refusal.NotSuperior() -> problem(FORBIDDEN, "unit.not-superior");
            case Refusal.NotToday(var today) -> problem(UNPROCESSABLE_CONTENT, "unit.not-today", today.toString());
            case Refusal.Abolished(var name) -> problem(CONFLICT, "unit.abolished", name);
            case Refusal.WrongTier() -> problem(UNPROCESSABLE_CONTENT, "unit.wrong-tier");
            case Refusal.UnderItself() -> problem(UNPROCESSABLE_CONTENT, "unit.under-itself");
            case Refusal.AlreadyThere() -> problem(CONFLICT, "unit.already-there");
            case Refusal.HasChildren() -> problem(CONFLICT, "unit.has-children");
            case Refusal.CodeTaken(var code) -> problem(CONFLICT, "unit.code-taken", code);
            case Refusal.CodeUnfit(var code) -> problem(UNPROCESSABLE_CONTENT, "unit.code-unfit", code);
            case Refusal.KindUnfit(var kind) -> problem(UNPROCESSABLE_CONTENT, "unit.kind-unfit", kind);
        };
    }
}
