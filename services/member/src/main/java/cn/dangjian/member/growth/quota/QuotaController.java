package cn.dangjian.member.growth.quota;

import cn.dangjian.member.growth.quota.QuietUnitQueries.QuietUnit;
import cn.dangjian.member.growth.quota.SetQuota.QuotaRequest;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.book.Rulebook;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How many may be admitted, and where nobody is. */
@Tag(name = "developments 发展党员")
@RestController
class QuotaController {

    private static final String QUIET_YEARS = "growth.quiet.years";

    private final SetQuota setQuota;
    private final QuotaRepository quotas;
    private final QuietUnitQueries quietUnits;
    private final Rulebook rulebook;

    QuotaController(SetQuota setQuota, QuotaRepository quotas, QuietUnitQueries quietUnits, Rulebook rulebook) {
        this.setQuota = setQuota;
        this.quotas = quotas;
        this.quietUnits = quietUnits;
        this.rulebook = rulebook;
    }

    @Operation(summary = "Say how many a unit and those below it may admit in a year (下达发展党员计划)")
    @Idempotent
    @PutMapping("/v1/units/{id}/development-quotas/{year}")
    ResponseEntity<Quota> set(
            @PathVariable UnitId id,
            @PathVariable @Min(1000) @Max(2999) int year,
            @Valid @RequestBody QuotaRequest request,
            Desk desk) {
        return Reply.ok(setQuota.set(id, year, request, desk));
    }

    @Operation(summary = "Quotas of a year with what is used and reserved, in the order of the tree")
    @GetMapping("/v1/quotas")
    Page<Quota> quotas(
            @RequestParam(required = false) @Nullable @Min(1000) @Max(2999) Integer year, Slice slice, Desk desk) {
        int asked = year == null ? desk.today().getYear() : year;
        return slice.inTree(quotas.list(asked, slice, desk.scope()), Quota::path, Quota::id);
    }

    @Operation(
            summary = "Branches in which nobody was admitted, or nobody became an activist, for years (连续多年不发展)",
            description = "Without a number of years, the one that holds for the caller's unit.")
    @GetMapping("/v1/growth/quiet-units")
    Page<QuietUnit> quietUnits(
            @RequestParam(required = false) @Nullable @Min(1) @Max(50) Integer years, Slice slice, Desk desk) {
        int asked = years == null
                ? rulebook.on(desk.today()).number(QUIET_YEARS, desk.unit().path())
                : years;
        var units = quietUnits.list(desk.today().minusYears(asked), slice, desk.scope());
        return slice.inTree(units, QuietUnit::path, unit -> unit.unit().value());
    }
}
