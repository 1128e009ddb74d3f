package cn.dangjian.organization.tree.unit;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.organization.tree.unit.UnitQueries.Listed;
import cn.dangjian.organization.tree.unit.UnitQueries.UnitView;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.caller.ServiceCaller;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.version.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading the tree: a unit, its children, its past. */
@Tag(name = "units 组织")
@RestController
class UnitController {

    private final UnitQueries queries;
    private final DayQueries days;
    private final UnitRepository units;
    private final Directory directory;

    UnitController(UnitQueries queries, DayQueries days, UnitRepository units, Directory directory) {
        this.queries = queries;
        this.days = days;
        this.units = units;
        this.directory = directory;
    }

    @Operation(summary = "A unit, today or as it was on a day")
    @GetMapping("/v1/units/{id}")
    ResponseEntity<?> unit(
            @PathVariable UnitId id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @Subtree(lines = true) Scope scope) {
        var found = asOf == null ? queries.find(id, scope) : days.find(id, asOf, scope);
        if (found.isEmpty()) return problem(NOT_FOUND, "unit.unknown");
        return ResponseEntity.ok().eTag(ETags.of(found.get().version())).body(found.get());
    }

    @Operation(summary = "Units that exist, today or on a day, in the order of the tree")
    @GetMapping("/v1/units")
    ResponseEntity<?> units(
            @RequestParam(required = false) @Nullable UnitId parent,
            @RequestParam(required = false) @Nullable Tier tier,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Subtree(lines = true) Scope scope) {
        if (parent != null && !isKnown(parent, asOf, scope)) return problem(NOT_FOUND, "unit.unknown");
        var last = Cursor.parse(cursor, 1);
        String after = last == null ? "" : last.string(0);
        var rows = asOf == null
                ? queries.list(scope, parent, tier, after, limit + 1)
                : days.list(asOf, new DayQueries.Filter(parent, tier), after, limit + 1, scope);
        var page = Page.of(rows, limit, listed -> Cursor.of(listed.path()));
        return ResponseEntity.ok(page.map(Listed::unit));
    }

    @Operation(summary = "The units directly below one, as they are on a day")
    @GetMapping("/v1/units/{id}/children")
    ResponseEntity<?> children(
            @PathVariable UnitId id,
            @RequestParam LocalDate asOf,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Subtree(lines = true) Scope scope) {
        if (days.findPlace(id, asOf, scope).isEmpty()) return problem(NOT_FOUND, "unit.unknown");
        var last = Cursor.parse(cursor, 1);
        String after = last == null ? "" : last.string(0);
        return ResponseEntity.ok(Page.of(
                days.listBelow(asOf, id, after, limit + 1, scope), limit, (UnitView unit) -> Cursor.of(unit.code())));
    }

    @Operation(summary = "How many units of each tier are below one, today or on a day")
    @GetMapping("/v1/units/{id}/counts")
    ResponseEntity<?> counts(
            @PathVariable UnitId id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @Subtree(lines = true) Scope scope) {
        if (asOf != null) return counts(days.findPlace(id, asOf, scope), asOf, scope);
        if (directory.find(id, scope).isEmpty()) return problem(NOT_FOUND, "unit.unknown");
        return ResponseEntity.ok(queries.listCounts(id, scope));
    }

    private ResponseEntity<?> counts(Optional<DayQueries.Place> place, LocalDate day, Scope scope) {
        if (place.isEmpty()) return problem(NOT_FOUND, "unit.unknown");
        return ResponseEntity.ok(days.listCounts(place.get(), day, scope.by()));
    }

    private boolean isKnown(UnitId id, @Nullable LocalDate asOf, Scope scope) {
        return asOf == null
                ? directory.find(id, scope).isPresent()
                : days.findPlace(id, asOf, scope).isPresent();
    }

    /** For a service that has not heard of a unit yet. */
    @Operation(summary = "A unit, for a service that has not heard of it yet")
    @GetMapping("/internal/units/{id}")
    ResponseEntity<?> unit(@PathVariable UnitId id, ServiceCaller caller) {
        var found = units.find(id);
        if (found.isEmpty()) return problem(NOT_FOUND, "unit.unknown");
        return ResponseEntity.ok(found.get());
    }
}
