package cn.dangjian.organization.tree.unit;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.organization.tree.period.Period;
import cn.dangjian.organization.tree.unit.PastQueries.PeriodView;
import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: a unit's past and its place. */
@Tag(name = "units 组织")
@RestController
class PastController {

    private final PastQueries past;
    private final UnitQueries units;
    private final Days days;

    PastController(PastQueries past, UnitQueries units, Days days) {
        this.past = past;
        this.units = units;
        this.days = days;
    }

    @Operation(summary = "What a unit has been and will be, the newest first (沿革)")
    @GetMapping("/v1/units/{id}/history")
    ResponseEntity<?> history(
            @PathVariable UnitId id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Subtree(lines = true) Scope scope) {
        if (units.find(id, scope).isEmpty()) return problem(NOT_FOUND, "unit.unknown");
        var last = Cursor.parse(cursor, 1);
        var before = last == null ? Period.FOREVER : LocalDate.parse(last.string(0));
        return ResponseEntity.ok(Page.of(
                past.listPeriods(id, before, limit + 1, scope),
                limit,
                (PeriodView period) -> Cursor.of(period.validFrom().toString())));
    }

    @Operation(summary = "What a unit came out of and what came out of it")
    @GetMapping("/v1/units/{id}/lineage")
    ResponseEntity<?> lineage(@PathVariable UnitId id, @Subtree(lines = true) Scope scope) {
        if (units.find(id, scope).isEmpty()) return problem(NOT_FOUND, "unit.unknown");
        return ResponseEntity.ok(past.listLineage(id, scope));
    }

    @Operation(summary = "The way from the province, or from the head of its line, down to a unit, today or on a day")
    @GetMapping("/v1/units/{id}/ancestors")
    ResponseEntity<?> ancestors(
            @PathVariable UnitId id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @Subtree(lines = true) Scope scope) {
        if (units.find(id, scope).isEmpty()) return problem(NOT_FOUND, "unit.unknown");
        var day = asOf == null ? days.today() : asOf;
        return ResponseEntity.ok(
                scope.by() == Hierarchy.BLOCK ? past.listSteps(id, day) : past.listStepsInLine(id, day));
    }
}
