package cn.dangjian.organization.field.weak;

import static cn.dangjian.organization.field.weak.WeakRefusal.UNIT_UNKNOWN;
import static cn.dangjian.organization.field.weak.WeakRefusal.UNKNOWN;

import cn.dangjian.organization.field.weak.WeakCase.State;
import cn.dangjian.organization.field.weak.WeakCaseQueries.CaseView;
import cn.dangjian.organization.field.weak.WeakCaseQueries.Filter;
import cn.dangjian.organization.field.weak.WeakCaseQueries.Listed;
import cn.dangjian.organization.field.weak.WeakCaseRepository.Link;
import cn.dangjian.organization.field.weak.WeakCaseRepository.Measure;
import cn.dangjian.organization.field.weak.WeakFigureQueries.FigureView;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Entry;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Versioned;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: reading cases, their history and their figures. */
@Tag(name = "weak units 软弱涣散")
@RestController
class WeakCaseListController {

    private final WeakCaseQueries queries;
    private final WeakCaseRepository weak;
    private final WeakFigureQueries figures;
    private final Cases<State, Step> cases;

    WeakCaseListController(
            WeakCaseQueries queries, WeakCaseRepository weak, WeakFigureQueries figures, CaseStore store) {
        this.queries = queries;
        this.weak = weak;
        this.figures = figures;
        this.cases = store.of(Step.KIND);
    }

    /**
     * One row of a case's history.
     *
     * @param step one of the steps, or what became of the case when its unit ended, or another one: {@code HANDED_OVER},
     *     {@code ENDED}, {@code JOINED}
     */
    record StepView(
            String step,
            int round,
            LocalDate day,
            @Nullable String document,
            @Nullable String note,
            @Nullable UnitId unit,
            OffsetDateTime at) {

        static StepView of(Entry entry) {
            return new StepView(
                    entry.step(), entry.round(), entry.day(), entry.document(), entry.note(), entry.unit(), entry.at());
        }
    }

    /** A case with all that belongs to it. */
    record CaseResponse(@JsonUnwrapped CaseView weak, List<Link> links, List<Measure> plan, List<StepView> history)
            implements Versioned {

        @Override
        public long version() {
            return weak.version();
        }
    }

    @Operation(summary = "Cases in the order of the tree")
    @GetMapping("/v1/weak-cases")
    Page<CaseView> cases(
            Filter filter,
            @RequestParam(required = false) @Nullable UnitId unit,
            Slice slice,
            @Subtree(lines = true) Desk desk) {
        var under = unit == null
                ? desk.scope()
                : desk.scope().below(desk.known(unit).orElseThrow(UNIT_UNKNOWN));
        var rows = queries.list(filter, slice, desk.today(), under);
        return slice.inTree(rows, Listed::path, listed -> listed.weak().id()).map(Listed::weak);
    }

    @Operation(summary = "A case with its links, its plan and its history")
    @GetMapping("/v1/weak-cases/{id}")
    ResponseEntity<CaseResponse> weakCase(@PathVariable long id, @Subtree(lines = true) Desk desk) {
        var found = queries.find(id, desk.today(), desk.scope()).orElseThrow(UNKNOWN);
        var history = cases.journal(id, desk.scope()).stream().map(StepView::of).toList();
        return Reply.ok(new CaseResponse(found, weak.listLinks(id), weak.listMeasures(id), history));
    }

    @Operation(summary = "How many cases of a year a unit has, and each unit directly below it")
    @GetMapping("/v1/weak-figures")
    FigureView figures(
            @RequestParam @Min(2018) @Max(2100) int year,
            @RequestParam(required = false) @Nullable UnitId unit,
            @Subtree(lines = true) Desk desk) {
        var id = unit == null ? desk.unit().id() : unit;
        return figures.get(desk.known(id).orElseThrow(UNIT_UNKNOWN), year, desk.scope());
    }
}
