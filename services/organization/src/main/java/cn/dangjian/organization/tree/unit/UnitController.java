package cn.dangjian.organization.tree.unit;

import static cn.dangjian.organization.tree.unit.UnitRefusal.UNKNOWN;

import cn.dangjian.organization.tree.unit.UnitQueries.Count;
import cn.dangjian.organization.tree.unit.UnitQueries.Listed;
import cn.dangjian.organization.tree.unit.UnitQueries.UnitView;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.caller.ServiceCaller;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
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

    UnitController(UnitQueries queries, DayQueries days, UnitRepository units) {
        this.queries = queries;
        this.days = days;
        this.units = units;
    }

    @Operation(summary = "A unit, today or as it was on a day")
    @GetMapping("/v1/units/{id}")
    ResponseEntity<UnitView> unit(
            @PathVariable UnitId id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @Subtree(lines = true) Scope scope) {
        var found = asOf == null ? queries.find(id, scope) : days.find(id, asOf, scope);
        return Reply.ok(found.orElseThrow(UNKNOWN));
    }

    @Operation(summary = "Units that exist, today or on a day, in the order of the tree")
    @GetMapping("/v1/units")
    Page<UnitView> units(
            @RequestParam(required = false) @Nullable UnitId parent,
            @RequestParam(required = false) @Nullable Tier tier,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Slice slice,
            @Subtree(lines = true) Desk desk) {
        UNKNOWN.unless(parent == null || isKnown(parent, asOf, desk));
        var rows = asOf == null
                ? queries.list(desk.scope(), parent, tier, after(slice), slice.rows())
                : days.list(asOf, new DayQueries.Filter(parent, tier), after(slice), slice.rows(), desk.scope());
        return slice.page(rows, listed -> Cursor.of(listed.path())).map(Listed::unit);
    }

    @Operation(summary = "The units directly below one, today or as they are on a day")
    @GetMapping("/v1/units/{id}/children")
    Page<UnitView> children(
            @PathVariable UnitId id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Slice slice,
            @Subtree(lines = true) Desk desk) {
        UNKNOWN.unless(isKnown(id, asOf, desk));
        var day = asOf == null ? desk.today() : asOf;
        return slice.page(
                days.listBelow(day, id, after(slice), slice.rows(), desk.scope()), unit -> Cursor.of(unit.code()));
    }

    @Operation(summary = "How many units of each tier are below one, today or on a day")
    @GetMapping("/v1/units/{id}/counts")
    List<Count> counts(
            @PathVariable UnitId id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @Subtree(lines = true) Desk desk) {
        if (asOf != null) {
            var place = days.findPlace(id, asOf, desk.scope()).orElseThrow(UNKNOWN);
            return days.listCounts(place, asOf, desk.scope().by());
        }
        UNKNOWN.unless(isKnown(id, null, desk));
        return queries.listCounts(id, desk.scope());
    }

    private boolean isKnown(UnitId id, @Nullable LocalDate asOf, Desk desk) {
        return asOf == null
                ? desk.known(id).isPresent()
                : days.findPlace(id, asOf, desk.scope()).isPresent();
    }

    private static String after(Slice slice) {
        var last = Cursor.parse(slice.cursor(), 1);
        return last == null ? "" : last.string(0);
    }

    /** For a service that has not heard of a unit yet. */
    @Operation(summary = "A unit, for a service that has not heard of it yet")
    @GetMapping("/internal/units/{id}")
    Unit unit(@PathVariable UnitId id, ServiceCaller caller) {
        return units.find(id).orElseThrow(UNKNOWN);
    }
}
