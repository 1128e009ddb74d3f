package cn.dangjian.organization.field.cobuilding;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.organization.field.cobuilding.CobuildingQueries.EvaluationView;
import cn.dangjian.organization.field.cobuilding.CobuildingQueries.Listed;
import cn.dangjian.organization.field.cobuilding.CobuildingQueries.NeedView;
import cn.dangjian.organization.field.cobuilding.CobuildingQueries.ProjectView;
import cn.dangjian.organization.field.cobuilding.CobuildingQueries.ResourceView;
import cn.dangjian.organization.field.cobuilding.CobuildingQueries.Start;
import cn.dangjian.organization.field.cobuilding.Project.Side;
import cn.dangjian.organization.field.cobuilding.Project.State;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.version.ETags;
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

/** HTTP: reading the three lists. */
@Tag(name = "co-building 区域化党建")
@RestController
class CobuildingListController {

    private final CobuildingQueries queries;

    CobuildingListController(CobuildingQueries queries) {
        this.queries = queries;
    }

    record ProjectResponse(ProjectView project, List<EvaluationView> evaluations) {}

    @Operation(summary = "Needs of the communities of the subtree (需求清单)")
    @GetMapping("/v1/cobuilding-needs")
    Page<NeedView> needs(
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Subtree(lines = true) Scope scope) {
        return page(queries.listNeeds(scope, state, start(cursor), limit + 1), limit);
    }

    @Operation(summary = "Resources for, or from, units of the subtree (资源清单)")
    @GetMapping("/v1/cobuilding-resources")
    Page<ResourceView> resources(
            @RequestParam(defaultValue = "COMMUNITY") Side side,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Subtree(lines = true) Scope scope) {
        return page(queries.listResources(scope, side, start(cursor), limit + 1), limit);
    }

    @Operation(summary = "Projects whose one side lies in the subtree (项目清单)")
    @GetMapping("/v1/cobuilding-projects")
    Page<ProjectView> projects(
            @RequestParam(defaultValue = "COMMUNITY") Side side,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Subtree(lines = true) Scope scope) {
        return page(queries.listProjects(scope, side, start(cursor), limit + 1), limit);
    }

    @Operation(summary = "A project with what both sides say of it")
    @GetMapping("/v1/cobuilding-projects/{id}")
    ResponseEntity<?> project(@PathVariable long id, @Subtree(lines = true) Scope scope) {
        var found = queries.findProject(id, scope);
        if (found.isEmpty()) return problem(NOT_FOUND, "cobuilding.project-unknown");
        return ResponseEntity.ok()
                .eTag(ETags.of(found.get().version()))
                .body(new ProjectResponse(found.get(), queries.listEvaluations(id, scope)));
    }

    private static Start start(@Nullable String cursor) {
        var last = Cursor.parse(cursor, 2);
        return last == null ? new Start("", 0) : new Start(last.string(0), last.number(1));
    }

    private static <T extends Listed> Page<T> page(List<T> found, int limit) {
        return Page.of(found, limit, last -> Cursor.of(last.path(), last.id()));
    }
}
