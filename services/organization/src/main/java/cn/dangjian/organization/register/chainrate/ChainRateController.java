package cn.dangjian.organization.register.chainrate;

import static cn.dangjian.organization.register.chainrate.ChainRateRefusal.UNIT_UNKNOWN;

import cn.dangjian.organization.register.chainrate.ChainRates.RatesView;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: rates of Party units on chains. */
@Tag(name = "chains 产业链")
@RestController
class ChainRateController {

    private final ChainRates rates;

    ChainRateController(ChainRates rates) {
        this.rates = rates;
    }

    @Operation(
            summary = "Chains with a functional Party unit out of all, by the keepers' tier: of a unit, its own, and of"
                    + " each of its children")
    @GetMapping("/v1/chain-rates")
    RatesView rates(
            @RequestParam(required = false) @Nullable UnitId unit,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Desk desk) {
        return rates.rates(desk.asked(unit).orElseThrow(UNIT_UNKNOWN), asOf, desk);
    }
}
