package cn.dangjian.organization.register.coverage;

import static cn.dangjian.organization.register.coverage.CoverageRefusal.UNIT_UNKNOWN;

import cn.dangjian.organization.register.coverage.CoverageRates.RatesView;
import cn.dangjian.organization.register.coverage.SetTarget.TargetRequest;
import cn.dangjian.organization.tree.projection.Projection;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: rates of coverage with their targets, and setting those. */
@Tag(name = "coverage 党组织覆盖")
@RestController
class CoverageController {

    private final CoverageRates coverage;
    private final SetTarget setTarget;

    CoverageController(CoverageRates coverage, SetTarget setTarget) {
        this.coverage = coverage;
        this.setTarget = setTarget;
    }

    @Operation(
            summary = "Coverage by type: of a unit, of what lies directly under it, and of each of its children, by"
                    + " territory or by line")
    @GetMapping("/v1/coverage")
    RatesView coverage(
            @RequestParam(required = false) @Nullable UnitId unit,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "THEN") Projection tree,
            @Subtree(lines = true) Desk desk) {
        return coverage.rates(desk.asked(unit).orElseThrow(UNIT_UNKNOWN), asOf, tree, desk.scope());
    }

    @Operation(summary = "Set a year's target for a type in the caller's subtree (年度目标)")
    @Idempotent
    @PostMapping("/v1/coverage-targets")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> set(@Valid @RequestBody TargetRequest request, Desk desk) {
        setTarget.set(request, desk);
        return ResponseEntity.noContent().build();
    }
}
