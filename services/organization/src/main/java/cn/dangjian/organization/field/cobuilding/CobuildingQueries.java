package cn.dangjian.organization.field.cobuilding;

import cn.dangjian.organization.field.cobuilding.Project.Grade;
import cn.dangjian.organization.field.cobuilding.Project.Side;
import cn.dangjian.organization.field.cobuilding.Project.State;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The three lists as callers see them. */
@Repository
class CobuildingQueries {

    private static final String PROJECT = """
        select p.id, p.need_id need, n.title need_title, p.resource_id resource, g.title resource_title,
               f.unit_id unit, c.name unit_name, f.other_unit_id provider, r.name provider_name, f.state,
               p.matched_on, p.title, p.document, p.due_on, p.established_on, p.completed_on, p.result, f.version,\
        """;

    private static final String SIDES = """
          join cobuild_project p on p.id = f.id
          join unit c on c.id = f.unit_id join unit r on r.id = f.other_unit_id
          join cobuild_need n on n.id = p.need_id join cobuild_resource g on g.id = p.resource_id\
        """;

    private final Rows rows;

    CobuildingQueries(Rows rows) {
        this.rows = rows;
    }

    /** @param project null until the need was matched */
    record NeedView(
            long id,
            UnitId unit,
            String unitName,
            String title,
            String text,
            String raisedBy,
            LocalDate raisedOn,
            State state,
            @Nullable Long project,
            @JsonIgnore String path) {}

    /** @param projects how many projects it serves */
    record ResourceView(
            long id,
            UnitId unit,
            String unitName,
            UnitId provider,
            String providerName,
            String title,
            String text,
            LocalDate offeredOn,
            int projects,
            @JsonIgnore String path) {}

    record ProjectView(
            long id,
            long need,
            String needTitle,
            long resource,
            String resourceTitle,
            UnitId unit,
            String unitName,
            UnitId provider,
            String providerName,
            State state,
            LocalDate matchedOn,
            @Nullable String title,
            @Nullable String document,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate establishedOn,
            @Nullable LocalDate completedOn,
            @Nullable String result,
            long version,
            @JsonIgnore String path) {}

    record EvaluationView(Side side, Grade grade, String text) {}

    /** Needs of communities in the scope, in the order of the tree. */
    List<NeedView> listNeeds(@Nullable State state, Slice slice, Scope scope) {
        return rows.sql("""
            select n.id, n.unit_id unit, u.name unit_name, n.title, n.text, n.raised_by, n.raised_on, p.id project,
                   {path u} path, coalesce(f.state, 'PROPOSED') state
              from unit u join cobuild_need n on n.unit_id = u.id
              left join cobuild_project p on p.need_id = n.id
              left join case_file f on f.kind = 'cobuilding-projects' and f.id = p.id
             where {scope u} and ({path u} > :path or {path u} = :path and n.id > :id)
               and (:state is null or coalesce(f.state, 'PROPOSED') = :state)
             order by {path u}, n.id limit :rows\
            """).in(scope).inTree(slice).with("state", state).list(NeedView.class);
    }

    /** Resources by the place of one side in the scope, in the order of the tree. */
    List<ResourceView> listResources(Side side, Slice slice, Scope scope) {
        return rows.sql("""
            select g.id, g.unit_id unit, c.name unit_name, g.provider_id provider, r.name provider_name, g.title,
                   g.text, g.offered_on, {path s} path,
                   (select count(*) from cobuild_project p where p.resource_id = g.id) projects
              from unit s join cobuild_resource g on g.%s = s.id
              join unit c on c.id = g.unit_id join unit r on r.id = g.provider_id
             where {scope s} and ({path s} > :path or {path s} = :path and g.id > :id)
             order by {path s}, g.id limit :rows\
            """.formatted(side == Side.COMMUNITY ? "unit_id" : "provider_id"))
                .in(scope)
                .inTree(slice)
                .list(ResourceView.class);
    }

    /** Projects by the place of one side in the scope, in the order of the tree. */
    List<ProjectView> listProjects(Side side, Slice slice, Scope scope) {
        return rows.sql(PROJECT + """
             {path s} path
              from unit s join case_file f on f.kind = 'cobuilding-projects' and f.%s = s.id
            """.formatted(side == Side.COMMUNITY ? "unit_id" : "other_unit_id") + SIDES + """
             where {scope s} and ({path s} > :path or {path s} = :path and p.id > :id)
             order by {path s}, p.id limit :rows\
            """)
                .in(scope)
                .inTree(slice)
                .list(ProjectView.class);
    }

    /** Both sides see it, and whoever has one of them in the scope. */
    Optional<ProjectView> findProject(long id, Scope scope) {
        return rows.sql(PROJECT + " c.path from case_file f" + SIDES + """
             where f.kind = 'cobuilding-projects' and f.id = :id and ({scope c} or {scope r})\
            """)
                .in(scope)
                .with("id", id)
                .find(ProjectView.class);
    }

    List<EvaluationView> listEvaluations(long project, Scope scope) {
        return rows.sql("""
            select e.side, e.grade, e.text
              from cobuild_evaluation e join case_file f on f.kind = 'cobuilding-projects' and f.id = e.project_id
              join unit c on c.id = f.unit_id join unit r on r.id = f.other_unit_id
             where e.project_id = :id and ({scope c} or {scope r}) order by e.side\
            """).in(scope).with("id", project).list(EvaluationView.class);
    }
}
