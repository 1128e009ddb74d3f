package cn.dangjian.organization.register.coverage;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.organization.tree.projection.Projection;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: rates of coverage with their targets, and setting those. */
@Tag(name = "coverage 党组织覆盖")
@RestController
class CoverageController {

    private final CoverageRates coverage;
    private final SetTarget setTarget;
    private final Directory directory;

    CoverageController(CoverageRates coverage, SetTarget setTarget, Directory directory) {
        this.coverage = coverage;
        this.setTarget = setTarget;
        this.directory = directory;
    }

    record TargetRequest(
            @NotNull @Max(2999) Integer year,
            @NotBlank @Size(max = 32) String type,

            @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
            BigDecimal percent,

            @NotBlank @Size(max = 100) String document) {}

    @Operation(
            summary = "Coverage by type: of a unit, of what lies directly under it, and of each of its children, by"
                    + " territory or by line")
    @GetMapping("/v1/coverage")
    ResponseEntity<?> coverage(
            @RequestParam(required = false) @Nullable UnitId unit,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "THEN") Projection tree,
            @Subtree(lines = true) Scope scope,
            Caller caller) {
        var found = directory.find(unit == null ? new UnitId(caller.unit()) : unit, scope);
        if (found.isEmpty()) return problem(NOT_FOUND, "coverage.unit-unknown");
        return ResponseEntity.ok(coverage.rates(found.get(), asOf, tree, scope));
    }

    @Operation(summary = "Set a year's target for a type in the caller's subtree (年度目标)")
    @Idempotent
    @PostMapping("/v1/coverage-targets")
    ResponseEntity<?> set(@Valid @RequestBody TargetRequest request, Caller caller) {
        var plan = new SetTarget.Plan(
                request.year(),
                request.type(),
                request.percent(),
                request.document().strip());
        return switch (setTarget.set(plan, caller)) {
            case SetTarget.Outcome.Done() -> ResponseEntity.noContent().build();
            case SetTarget.Outcome.NotYours() -> problem(FORBIDDEN, "coverage.target-not-yours");
            case SetTarget.Outcome.TypeUnknown(var type) ->
                problem(UNPROCESSABLE_CONTENT, "coverage.type-unknown", type);
            case SetTarget.Outcome.Past(var year) ->
                problem(UNPROCESSABLE_CONTENT, "coverage.target-past", String.valueOf(year));
        };
    }
}
