package cn.dangjian.organization.register;

import cn.dangjian.organization.register.LinkRepository.Role;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Saying which Party unit covers a register unit, and when none does any more. */
@Tag(name = "register 单位台账")
@RestController
class CoverController {

    private final CoverUnit coverUnit;
    private final RegisterViews views;

    CoverController(CoverUnit coverUnit, RegisterViews views) {
        this.coverUnit = coverUnit;
        this.views = views;
    }

    /** @param partyUnitId null if nobody covers the unit any more */
    record CoverRequest(
            @NotNull Role role,
            @Nullable UnitId partyUnitId,
            @Nullable @Size(max = 32) String founding,
            @NotNull LocalDate on) {}

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
}
