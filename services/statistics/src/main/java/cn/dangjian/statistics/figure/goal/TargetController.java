package cn.dangjian.statistics.figure.goal;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import cn.dangjian.platform.web.version.Versioned;
import cn.dangjian.statistics.figure.goal.SetTarget.TargetRequest;
import cn.dangjian.statistics.figure.sheet.FigureRefusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What figures should be. */
@Tag(name = "figures 一套数")
@RestController
@RequestMapping("/v1/units/{id}/targets")
class TargetController {

    private final SetTarget setTarget;
    private final TargetTable targets;

    TargetController(SetTarget setTarget, TargetTable targets) {
        this.setTarget = setTarget;
        this.targets = targets;
    }

    /**
     * A target.
     *
     * @param month from which on it holds, until another one of a later month
     * @param setBy the unit itself or one above it
     */
    record TargetResponse(
            UnitId unit,
            String measure,
            YearMonth month,
            @Nullable Long value,
            @Nullable BigDecimal rate,
            UnitId setBy,
            String document,
            long version)
            implements Versioned {

        static TargetResponse of(Target target) {
            return new TargetResponse(
                    new UnitId(target.unitId()),
                    target.measure(),
                    target.month(),
                    target.value(),
                    target.rate(),
                    new UnitId(target.setBy()),
                    target.document(),
                    target.version());
        }
    }

    record TargetsResponse(List<TargetResponse> targets) {}

    @Operation(
            summary = "Set what a measure at a unit should be from a month on: the unit itself, or one above it (下达目标)",
            description = "Once more for the same month replaces it. What one above has set, only that one or one above"
                    + " it replaces. Neither a number nor a share: from this month on there is none.")
    @Idempotent
    @PostMapping
    ResponseEntity<TargetResponse> set(
            @PathVariable UnitId id, Seen seen, @Valid @RequestBody TargetRequest request, Desk desk) {
        return Reply.ok(TargetResponse.of(setTarget.set(id, request, seen, desk)));
    }

    @Operation(summary = "The targets of a unit, of each measure the newest month first (目标)")
    @GetMapping
    TargetsResponse targets(@PathVariable UnitId id, Desk desk) {
        var unit = desk.known(id).orElseThrow(FigureRefusal.UNKNOWN_UNIT);
        return new TargetsResponse(targets.list(unit.id(), desk.scope()).stream()
                .map(TargetResponse::of)
                .toList());
    }
}
