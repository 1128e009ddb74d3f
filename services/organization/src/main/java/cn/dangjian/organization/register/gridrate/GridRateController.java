package cn.dangjian.organization.register.gridrate;

import static cn.dangjian.organization.register.gridrate.GridRateRefusal.UNIT_UNKNOWN;

import cn.dangjian.organization.register.gridrate.GridRates.RatesView;
import cn.dangjian.organization.tree.projection.Projection;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: rates of branches and groups in places. */
@Tag(name = "grid 网格")
@RestController
class GridRateController {

    private final GridRates rates;

    GridRateController(GridRates rates) {
        this.rates = rates;
    }

    @Operation(summary = "Rates (组建率) by kind of place: of a unit, directly under it, and of each of its children")
    @GetMapping("/v1/grid-rates")
    RatesView rates(
            @RequestParam(required = false) @Nullable UnitId unit,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "THEN") Projection tree,
            @Subtree(lines = true) Desk desk) {
        return rates.rates(desk.asked(unit).orElseThrow(UNIT_UNKNOWN), asOf, tree, desk.scope());
    }
}
