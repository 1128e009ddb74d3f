package cn.dangjian.organization.register.chainrate;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.NOT_FOUND;

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

/** HTTP: rates of Party units on chains. */
@Tag(name = "chains 产业链")
@RestController
class ChainRateController {

    private final ChainRates rates;
    private final Directory directory;

    ChainRateController(ChainRates rates, Directory directory) {
        this.rates = rates;
        this.directory = directory;
    }

    @Operation(
            summary = "Chains with a functional Party unit out of all, by the keepers' tier: of a unit, its own, and of"
                    + " each of its children")
    @GetMapping("/v1/chain-rates")
    ResponseEntity<?> rates(
            @RequestParam(required = false) @Nullable UnitId unit,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @Subtree Scope scope,
            Caller caller) {
        var found = directory.find(unit == null ? new UnitId(caller.unit()) : unit, scope);
        if (found.isEmpty()) return problem(NOT_FOUND, "unit.unknown");
        return ResponseEntity.ok(rates.rates(found.get(), asOf, scope));
    }
}
