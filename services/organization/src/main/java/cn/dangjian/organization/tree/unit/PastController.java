package cn.dangjian.organization.tree.unit;

import static cn.dangjian.organization.tree.unit.UnitRefusal.UNKNOWN;

import cn.dangjian.organization.tree.period.Period;
import cn.dangjian.organization.tree.unit.PastQueries.Decided;
import cn.dangjian.organization.tree.unit.PastQueries.LineageView;
import cn.dangjian.organization.tree.unit.PastQueries.PeriodView;
import cn.dangjian.organization.tree.unit.PastQueries.Step;
import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: a unit's past and its place. */
@Tag(name = "units 组织")
@RestController
class PastController {

    private final PastQueries past;

    PastController(PastQueries past) {
        this.past = past;
    }

    @Operation(summary = "What a unit has been and will be, the newest first (沿革)")
    @GetMapping("/v1/units/{id}/history")
    Page<PeriodView> history(@PathVariable UnitId id, Slice slice, @Subtree(lines = true) Desk desk) {
        UNKNOWN.when(desk.known(id).isEmpty());
        var last = Cursor.parse(slice.cursor(), 2);
        var before = last == null
                ? new Decided(Period.FOREVER, Period.FOREVER.atStartOfDay())
                : new Decided(last.day(0), last.moment(1));
        return slice.page(
                past.listPeriods(id, before, slice.rows(), desk.scope()),
                period -> Cursor.of(
                        period.validFrom().toEpochDay(), Decided.of(period).at().toString()));
    }

    @Operation(summary = "What a unit came out of and what came out of it")
    @GetMapping("/v1/units/{id}/lineage")
    List<LineageView> lineage(@PathVariable UnitId id, @Subtree(lines = true) Desk desk) {
        UNKNOWN.when(desk.known(id).isEmpty());
        return past.listLineage(id, desk.scope());
    }

    @Operation(summary = "The way from the province, or from the head of its line, down to a unit, today or on a day")
    @GetMapping("/v1/units/{id}/ancestors")
    List<Step> ancestors(
            @PathVariable UnitId id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @Subtree(lines = true) Desk desk) {
        UNKNOWN.when(desk.known(id).isEmpty());
        var day = asOf == null ? desk.today() : asOf;
        return desk.scope().by() == Hierarchy.BLOCK ? past.listSteps(id, day) : past.listStepsInLine(id, day);
    }
}
