package cn.dangjian.organization.register.entry;

import cn.dangjian.organization.register.code.CreditCode;
import cn.dangjian.organization.register.entry.LinkRepository.Role;
import cn.dangjian.organization.register.entry.RegisteredUnit.Facts;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Keeping the register: entering, changing, moving and closing units, and saying which Party unit covers them. */
@Tag(name = "register 单位台账")
@RestController
class RegisterChangeController {

    private static final int MOST = 10_000_000;

    private final EnterUnit enterUnit;
    private final ChangeUnit changeUnit;
    private final CloseUnit closeUnit;
    private final CoverUnit coverUnit;
    private final RegisterViews views;

    RegisterChangeController(
            EnterUnit enterUnit, ChangeUnit changeUnit, CloseUnit closeUnit, CoverUnit coverUnit, RegisterViews views) {
        this.enterUnit = enterUnit;
        this.changeUnit = changeUnit;
        this.closeUnit = closeUnit;
        this.coverUnit = coverUnit;
        this.views = views;
    }

    record EnterRequest(
            @NotBlank @Size(max = 200) String name,
            @Nullable @Size(max = 40) String creditCode,
            @NotBlank @Size(max = 32) String type,
            @NotNull @PositiveOrZero @Max(MOST) Integer employees,
            @NotNull @PositiveOrZero @Max(MOST) Integer members,
            @NotNull UnitId placeId,
            @NotNull LocalDate on) {}

    record ChangeRequest(
            @NotBlank @Size(max = 200) String name,
            @Nullable @Size(max = 40) String creditCode,
            @NotBlank @Size(max = 32) String type,
            @NotNull @PositiveOrZero @Max(MOST) Integer employees,
            @NotNull @PositiveOrZero @Max(MOST) Integer members,
            @NotNull LocalDate on) {}

    record TransferRequest(@NotNull UnitId placeId, @NotNull LocalDate on) {}

    record CloseRequest(@NotNull LocalDate on) {}

    /** @param partyUnitId null if nobody covers the unit any more */
    record CoverRequest(
            @NotNull Role role,
            @Nullable UnitId partyUnitId,
            @Nullable @Size(max = 32) String founding,
            @NotNull LocalDate on) {}

    @Operation(summary = "Enter a unit into the register (登记)")
    @Idempotent
    @PostMapping("/v1/register-units")
    ResponseEntity<?> enter(@Valid @RequestBody EnterRequest request, @Subtree Scope scope, Caller caller) {
        if (isMalformed(request.creditCode())) return Refusals.answer(malformed(request.creditCode()));
        var facts = new Facts(
                request.name().strip(),
                code(request.creditCode()),
                request.type(),
                request.employees(),
                request.members(),
                request.placeId().value());
        return switch (enterUnit.enter(facts, request.on(), caller)) {
            case EnterUnit.Outcome.Entered(var id) -> {
                var view = views.find(id, null, scope).orElseThrow();
                yield ResponseEntity.created(URI.create("/v1/register-units/" + id))
                        .eTag(ETags.of(view.version()))
                        .body(view);
            }
            case EnterUnit.Outcome.Refused(var why) -> Refusals.answer(why);
        };
    }

    @Operation(summary = "Change the facts about a unit (变更)")
    @Idempotent
    @PostMapping("/v1/register-units/{id}/change")
    ResponseEntity<?> change(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ChangeRequest request,
            @Subtree Scope scope,
            Caller caller) {
        if (isMalformed(request.creditCode())) return Refusals.answer(malformed(request.creditCode()));
        UnaryOperator<Facts> change = facts -> new Facts(
                request.name().strip(),
                code(request.creditCode()),
                request.type(),
                request.employees(),
                request.members(),
                facts.place());
        return answer(changeUnit.change(new ChangeUnit.Plan(id, ifMatch, change, request.on()), caller), scope);
    }

    @Operation(summary = "Move a unit to another place within the caller's subtree (迁移)")
    @Idempotent
    @PostMapping("/v1/register-units/{id}/transfer")
    ResponseEntity<?> transfer(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody TransferRequest request,
            @Subtree Scope scope,
            Caller caller) {
        UnaryOperator<Facts> change = facts -> new Facts(
                facts.name(),
                facts.creditCode(),
                facts.type(),
                facts.employees(),
                facts.members(),
                request.placeId().value());
        return answer(changeUnit.change(new ChangeUnit.Plan(id, ifMatch, change, request.on()), caller), scope);
    }

    @Operation(summary = "Close a unit that exists no more (注销)")
    @Idempotent
    @PostMapping("/v1/register-units/{id}/closure")
    ResponseEntity<?> close(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody CloseRequest request,
            @Subtree Scope scope,
            Caller caller) {
        return switch (closeUnit.close(id, ifMatch, request.on(), caller)) {
            case CloseUnit.Outcome.Closed(var closed) -> Refusals.ok(views.find(closed, null, scope));
            case CloseUnit.Outcome.Refused(var why) -> Refusals.answer(why);
        };
    }

    @Operation(summary = "From a day on a Party unit covers the unit (组建), is its retiree branch, or does so no more")
    @Idempotent
    @PostMapping("/v1/register-units/{id}/coverage")
    ResponseEntity<?> cover(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody CoverRequest request,
            @Subtree Scope scope,
            Caller caller) {
        var party = request.partyUnitId();
        var plan = new CoverUnit.Plan(
                id, ifMatch, request.role(), party == null ? null : party.value(), request.founding(), request.on());
        return switch (coverUnit.cover(plan, caller)) {
            case CoverUnit.Outcome.Covered(var covered) -> Refusals.ok(views.find(covered, null, scope));
            case CoverUnit.Outcome.Refused(var why) -> Refusals.answer(why);
        };
    }

    private ResponseEntity<?> answer(ChangeUnit.Outcome outcome, Scope scope) {
        return switch (outcome) {
            case ChangeUnit.Outcome.Changed(var changed) -> Refusals.ok(views.find(changed, null, scope));
            case ChangeUnit.Outcome.Refused(var why) -> Refusals.answer(why);
        };
    }

    private static boolean isMalformed(@Nullable String code) {
        return code != null && CreditCode.parse(code).isEmpty();
    }

    private static Refusal malformed(@Nullable String code) {
        return new Refusal.CodeMalformed(String.valueOf(code));
    }

    private static @Nullable CreditCode code(@Nullable String code) {
        return code == null ? null : CreditCode.parse(code).orElseThrow();
    }
}
