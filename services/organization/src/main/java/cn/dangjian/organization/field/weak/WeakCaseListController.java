package cn.dangjian.organization.field.weak;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.organization.field.weak.WeakCaseQueries.CaseView;
import cn.dangjian.organization.field.weak.WeakCaseQueries.Filter;
import cn.dangjian.organization.field.weak.WeakCaseQueries.Listed;
import cn.dangjian.organization.field.weak.WeakCaseQueries.StepView;
import cn.dangjian.organization.field.weak.WeakPartRepository.Link;
import cn.dangjian.organization.field.weak.WeakPartRepository.Measure;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.version.ETags;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
    private final WeakPartRepository parts;
    private final WeakFigureQueries figures;
    private final Directory directory;
    private final Days days;

    WeakCaseListController(
            WeakCaseQueries queries,
            WeakPartRepository parts,
            WeakFigureQueries figures,
            Directory directory,
            Days days) {
        this.queries = queries;
        this.parts = parts;
        this.figures = figures;
        this.directory = directory;
        this.days = days;
    }

    /** A case with all that belongs to it. */
    record CaseResponse(@JsonUnwrapped CaseView weak, List<Link> links, List<Measure> plan, List<StepView> history) {}

    @Operation(summary = "Cases in the order of the tree")
    @GetMapping("/v1/weak-cases")
    ResponseEntity<?> cases(
            Filter filter,
            @RequestParam(required = false) @Nullable UnitId unit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Subtree(lines = true) Scope scope) {
        var under = scope;
        if (unit != null) {
            var found = directory.find(unit, scope);
            if (found.isEmpty()) return problem(NOT_FOUND, "unit.unknown");
            under = scope.below(found.get());
        }
        var last = Cursor.parse(cursor, 2);
        String path = last == null ? "" : last.string(0);
        long id = last == null ? 0 : last.number(1);
        var page = Page.of(
                queries.list(under, filter, days.today(), path, id, limit + 1),
                limit,
                listed -> Cursor.of(listed.path(), listed.weak().id()));
        return ResponseEntity.ok(page.map(Listed::weak));
    }

    @Operation(summary = "A case with its links, its plan and its history")
    @GetMapping("/v1/weak-cases/{id}")
    ResponseEntity<?> weakCase(@PathVariable long id, @Subtree(lines = true) Scope scope) {
        var found = queries.find(id, days.today(), scope);
        if (found.isEmpty()) return problem(NOT_FOUND, "weak.unknown");
        return ResponseEntity.ok()
                .eTag(ETags.of(found.get().version()))
                .body(new CaseResponse(
                        found.get(), parts.listLinks(id), parts.listMeasures(id), queries.listSteps(id, scope)));
    }

    @Operation(summary = "How many cases of a year a unit has, and each unit directly below it")
    @GetMapping("/v1/weak-figures")
    ResponseEntity<?> figures(
            @RequestParam @Min(2018) @Max(2100) int year,
            @RequestParam(required = false) @Nullable UnitId unit,
            @Subtree(lines = true) Scope scope,
            Caller caller) {
        var found = directory.find(unit == null ? new UnitId(caller.unit()) : unit, scope);
        if (found.isEmpty()) return problem(NOT_FOUND, "unit.unknown");
        return ResponseEntity.ok(figures.get(found.get(), year, scope));
    }
}
