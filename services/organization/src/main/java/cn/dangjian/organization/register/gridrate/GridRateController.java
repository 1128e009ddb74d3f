package cn.dangjian.organization.register.gridrate;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.organization.tree.projection.Projection;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.caller.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: rates of branches and groups in places. */
@Tag(name = "grid 网格")
@RestController
class GridRateController {

    private final GridRates rates;
    private final Directory directory;

    GridRateController(GridRates rates, Directory directory) {
        this.rates = rates;
        this.directory = directory;
    }

    @Operation(summary = "Rates (组建率) by kind of place: of a unit, directly under it, and of each of its children")
    @GetMapping("/v1/grid-rates")
    ResponseEntity<?> rates(
            @RequestParam(required = false) @Nullable UnitId unit,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "THEN") Projection tree,
            @Subtree(lines = true) Scope scope,
            Caller caller) {
        var found = directory.find(unit == null ? new UnitId(caller.unit()) : unit, scope);
        if (found.isEmpty()) return problem(NOT_FOUND, "grid.community-unknown");
        return ResponseEntity.ok(rates.rates(found.get(), asOf, tree, scope));
    }
}
