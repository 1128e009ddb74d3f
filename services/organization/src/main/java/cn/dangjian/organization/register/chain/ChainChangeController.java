package cn.dangjian.organization.register.chain;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.organization.register.chain.ChangeChain.Step;
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
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
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

/** HTTP: keeping chains: opening, naming and closing them, who is on them and which Party unit leads them. */
@Tag(name = "chains 产业链")
@RestController
class ChainChangeController {

    private final OpenChain openChain;
    private final ChangeChain changeChain;
    private final LinkUnit linkUnit;
    private final ChainQueries queries;
    private final Days days;

    ChainChangeController(
            OpenChain openChain, ChangeChain changeChain, LinkUnit linkUnit, ChainQueries queries, Days days) {
        this.openChain = openChain;
        this.changeChain = changeChain;
        this.linkUnit = linkUnit;
        this.queries = queries;
        this.days = days;
    }

    /** @param leaderId a unit of the register (链主) */
    record OpenRequest(
            @NotNull UnitId keeperId,

            @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{0,31}")
            String code,

            @NotBlank @Size(max = 100) String name,
            @Nullable @Positive Long leaderId,
            @NotNull LocalDate on) {}

    /** @param leaderId a unit of the register (链主); null if none leads it */
    record NameRequest(
            @NotBlank @Size(max = 100) String name,
            @Nullable @Positive Long leaderId,
            @NotNull LocalDate on) {}

    record LinkRequest(@Positive long unitId, @NotNull LocalDate on) {}

    /** @param partyUnitId null if none leads it any more */
    record LeadRequest(
            @Nullable UnitId partyUnitId, @NotNull LocalDate on) {}

    record EndRequest(@NotNull LocalDate on) {}

    @Operation(summary = "Open a chain of a county or township (建链)")
    @Idempotent
    @PostMapping("/v1/chains")
    ResponseEntity<?> open(@Valid @RequestBody OpenRequest request, @Subtree Scope scope, Caller caller) {
        var plan = new OpenChain.Plan(
                request.keeperId().value(), request.code(), request.name().strip(), request.leaderId(), request.on());
        return switch (openChain.open(plan, caller)) {
            case OpenChain.Outcome.Opened(var id) ->
                answer(ResponseEntity.created(URI.create("/v1/chains/" + id)), id, scope);
            case OpenChain.Outcome.Refused(var why) -> refuse(why);
        };
    }

    @Operation(summary = "From a day on a chain has this name and this leader (链主)")
    @Idempotent
    @PostMapping("/v1/chains/{id}/name")
    ResponseEntity<?> name(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody NameRequest request,
            @Subtree Scope scope,
            Caller caller) {
        var step = new Step.Name(request.name().strip(), request.leaderId());
        return answer(changeChain.change(id, step, ifMatch, request.on(), caller), scope);
    }

    @Operation(summary = "From a day on a functional Party unit leads Party work on a chain (产业链党组织), or none does")
    @Idempotent
    @PostMapping("/v1/chains/{id}/party-unit")
    ResponseEntity<?> lead(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody LeadRequest request,
            @Subtree Scope scope,
            Caller caller) {
        var party = request.partyUnitId();
        var step = new Step.Lead(party == null ? null : party.value());
        return answer(changeChain.change(id, step, ifMatch, request.on(), caller), scope);
    }

    @Operation(summary = "Close a chain with all that belongs to it (撤链)")
    @Idempotent
    @PostMapping("/v1/chains/{id}/closure")
    ResponseEntity<?> close(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody EndRequest request,
            @Subtree Scope scope,
            Caller caller) {
        return answer(changeChain.change(id, new Step.Close(), ifMatch, request.on(), caller), scope);
    }

    @Operation(summary = "Put a unit of the register on a chain (入链)")
    @Idempotent
    @PostMapping("/v1/chains/{id}/links")
    ResponseEntity<?> link(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody LinkRequest request,
            @Subtree Scope scope,
            Caller caller) {
        return answer(linkUnit.link(new LinkUnit.Plan(id, request.unitId(), ifMatch, request.on()), caller), scope);
    }

    @Operation(summary = "A unit of the register is on the chain no more (离链)")
    @Idempotent
    @PostMapping("/v1/chains/{id}/links/{unit}/end")
    ResponseEntity<?> unlink(
            @PathVariable long id,
            @PathVariable long unit,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody EndRequest request,
            @Subtree Scope scope,
            Caller caller) {
        return answer(linkUnit.unlink(new LinkUnit.Plan(id, unit, ifMatch, request.on()), caller), scope);
    }

    private ResponseEntity<?> answer(ChangeChain.Outcome outcome, Scope scope) {
        return switch (outcome) {
            case ChangeChain.Outcome.Changed(var id) -> answer(ResponseEntity.ok(), id, scope);
            case ChangeChain.Outcome.Refused(var why) -> refuse(why);
        };
    }

    private ResponseEntity<?> answer(LinkUnit.Outcome outcome, Scope scope) {
        return switch (outcome) {
            case LinkUnit.Outcome.Done(var id) -> answer(ResponseEntity.ok(), id, scope);
            case LinkUnit.Outcome.Refused(var why) -> refuse(why);
        };
    }

    private ResponseEntity<?> answer(ResponseEntity.BodyBuilder answer, long id, Scope scope) {
        var view = queries.find(id, days.today(), scope).orElseThrow();
        return answer.eTag(ETags.of(view.version())).body(view);
    }

    private static ResponseEntity<?> refuse(Refusal why) {
        return switch (why) {
            case Refusal.NoSuchChain() -> problem(NOT_FOUND, "chain.unknown");
            case Refusal.NoSuchKeeper() -> problem(NOT_FOUND, "chain.keeper-unknown");
            case Refusal.NoSuchUnit() -> problem(NOT_FOUND, "chain.unit-unknown");
            case Refusal.NoSuchLink() -> problem(NOT_FOUND, "chain.link-unknown");
            case Refusal.NoSuchPartyUnit() -> problem(NOT_FOUND, "chain.party-unit-unknown");
            case Refusal.NotKeeper() -> problem(FORBIDDEN, "chain.not-keeper");
            case Refusal.PartyUnitUnfit(var kind) -> problem(UNPROCESSABLE_CONTENT, "chain.party-unit-unfit", kind);
            case Refusal.CodeTaken(var code) -> problem(CONFLICT, "chain.code-taken", code);
            case Refusal.LinkedAlready() -> problem(CONFLICT, "chain.linked-already");
            case Refusal.LinkEnded() -> problem(CONFLICT, "chain.link-ended");
            case Refusal.Leads() -> problem(CONFLICT, "chain.leads");
            case Refusal.Led(var until) -> problem(CONFLICT, "chain.led", until.toString());
            case Refusal.NotLed() -> problem(CONFLICT, "chain.not-led");
            case Refusal.Closed(var name) -> problem(CONFLICT, "chain.closed", name);
            case Refusal.Future(var today) -> problem(UNPROCESSABLE_CONTENT, "chain.future", today.toString());
            case Refusal.TooEarly(var earliest) ->
                problem(UNPROCESSABLE_CONTENT, "chain.too-early", earliest.toString());
        };
    }
}
