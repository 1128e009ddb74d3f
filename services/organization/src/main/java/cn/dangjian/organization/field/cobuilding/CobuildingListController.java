package cn.dangjian.organization.field.cobuilding;

import static cn.dangjian.organization.field.cobuilding.CobuildingRefusal.PROJECT_UNKNOWN;

import cn.dangjian.organization.field.cobuilding.CobuildingQueries.EvaluationView;
import cn.dangjian.organization.field.cobuilding.CobuildingQueries.NeedView;
import cn.dangjian.organization.field.cobuilding.CobuildingQueries.ProjectView;
import cn.dangjian.organization.field.cobuilding.CobuildingQueries.ResourceView;
import cn.dangjian.organization.field.cobuilding.Project.Side;
import cn.dangjian.organization.field.cobuilding.Project.State;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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

    record ProjectResponse(ProjectView project, List<EvaluationView> evaluations) implements Versioned {

        @Override
        public long version() {
            return project.version();
        }
    }

    @Operation(summary = "Needs of the communities of the subtree (需求清单)")
    @GetMapping("/v1/cobuilding-needs")
    Page<NeedView> needs(
            @RequestParam(required = false) @Nullable State state, Slice slice, @Subtree(lines = true) Scope scope) {
        return slice.inTree(queries.listNeeds(state, slice, scope), NeedView::path, NeedView::id);
    }

    @Operation(summary = "Resources for, or from, units of the subtree (资源清单)")
    @GetMapping("/v1/cobuilding-resources")
    Page<ResourceView> resources(
            @RequestParam(defaultValue = "COMMUNITY") Side side, Slice slice, @Subtree(lines = true) Scope scope) {
        return slice.inTree(queries.listResources(side, slice, scope), ResourceView::path, ResourceView::id);
    }

    @Operation(summary = "Projects whose one side lies in the subtree (项目清单)")
    @GetMapping("/v1/cobuilding-projects")
    Page<ProjectView> projects(
            @RequestParam(defaultValue = "COMMUNITY") Side side, Slice slice, @Subtree(lines = true) Scope scope) {
        return slice.inTree(queries.listProjects(side, slice, scope), ProjectView::path, ProjectView::id);
    }

    @Operation(summary = "A project with what both sides say of it")
    @GetMapping("/v1/cobuilding-projects/{id}")
    ResponseEntity<ProjectResponse> project(@PathVariable long id, @Subtree(lines = true) Scope scope) {
        var found = queries.findProject(id, scope).orElseThrow(PROJECT_UNKNOWN);
        return Reply.ok(new ProjectResponse(found, queries.listEvaluations(id, scope)));
    }
}
