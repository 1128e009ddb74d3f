package cn.dangjian.dues.audit.proof;

import static cn.dangjian.dues.audit.proof.ProofRefusal.UNIT_UNKNOWN;

import cn.dangjian.dues.audit.proof.Proof.ProofView;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** That no fen is lost. */
@Tag(name = "proof 平衡验证")
@RestController
class ProofController {

    private final Proof proof;

    ProofController(Proof proof) {
        this.proof = proof;
    }

    @Operation(
            summary =
                    "Where all is that was ever collected at and below a unit, by child, at the end of a month (平衡验证)")
    @GetMapping("/v1/units/{id}/proof")
    ProofView proof(@PathVariable UnitId id, @RequestParam(required = false) @Nullable YearMonth month, Desk desk) {
        var unit = desk.known(id).orElseThrow(UNIT_UNKNOWN);
        return proof.of(unit, month == null ? YearMonth.from(desk.today()) : month, desk.scope());
    }
}
