package cn.dangjian.organization.register.entry;

import cn.dangjian.organization.register.entry.ChangeUnit.ChangeRequest;
import cn.dangjian.organization.register.entry.ChangeUnit.TransferRequest;
import cn.dangjian.organization.register.entry.CoverUnit.CoverRequest;
import cn.dangjian.organization.register.entry.EnterUnit.EnterRequest;
import cn.dangjian.organization.register.entry.RegisterViews.UnitView;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Keeping the register: entering, changing, moving and closing units, and saying which Party unit covers them. */
@Tag(name = "register 单位台账")
@RestController
class RegisterChangeController {

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

    record CloseRequest(@NotNull LocalDate on) {}

    @Operation(summary = "Enter a unit into the register (登记)")
    @Idempotent
    @PostMapping("/v1/register-units")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<UnitView> enter(@Valid @RequestBody EnterRequest request, Desk desk) {
        long id = enterUnit.enter(request, desk);
        return Reply.created("/v1/register-units/" + id, view(id, desk));
    }

    @Operation(summary = "Change the facts about a unit (变更)")
    @Idempotent
    @PostMapping("/v1/register-units/{id}/change")
    ResponseEntity<UnitView> change(
            @PathVariable long id, Seen seen, @Valid @RequestBody ChangeRequest request, Desk desk) {
        changeUnit.change(id, request, seen, desk);
        return Reply.ok(view(id, desk));
    }

    @Operation(summary = "Move a unit to another place within the caller's subtree (迁移)")
    @Idempotent
    @PostMapping("/v1/register-units/{id}/transfer")
    ResponseEntity<UnitView> transfer(
            @PathVariable long id, Seen seen, @Valid @RequestBody TransferRequest request, Desk desk) {
        changeUnit.change(id, request, seen, desk);
        return Reply.ok(view(id, desk));
    }

    @Operation(summary = "Close a unit that exists no more (注销)")
    @Idempotent
    @PostMapping("/v1/register-units/{id}/closure")
    ResponseEntity<UnitView> close(
            @PathVariable long id, Seen seen, @Valid @RequestBody CloseRequest request, Desk desk) {
        closeUnit.close(id, request.on(), seen, desk);
        return Reply.ok(view(id, desk));
    }

    @Operation(summary = "From a day on a Party unit covers the unit (组建), is its retiree branch, or does so no more")
    @Idempotent
    @PostMapping("/v1/register-units/{id}/coverage")
    ResponseEntity<UnitView> cover(
            @PathVariable long id, Seen seen, @Valid @RequestBody CoverRequest request, Desk desk) {
        coverUnit.cover(id, request, seen, desk);
        return Reply.ok(view(id, desk));
    }

    private UnitView view(long id, Desk desk) {
        return views.find(id, null, desk.scope()).orElseThrow();
    }
}
