package cn.dangjian.organization.field.cobuilding;

import cn.dangjian.organization.field.cobuilding.Project.Grade;
import cn.dangjian.organization.field.cobuilding.Project.Side;
import cn.dangjian.organization.field.cobuilding.Project.State;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The three lists as callers see them. */
@Repository
class CobuildingQueries {

    private static final String STATE = """
        case when p.id is null then 'PROPOSED' when p.established_on is null then 'MATCHED'
             when p.completed_on is null then 'ESTABLISHED'
             when (select count(*) from cobuild_evaluation e where e.project_id = p.id) < 2 then 'COMPLETED'
             else 'EVALUATED' end\
        """;

    private static final String PROJECT = "select p.id, p.need_id need, n.title need_title, p.resource_id resource,"
            + " g.title resource_title, p.unit_id unit, c.name unit_name, p.provider_id provider, r.name provider_name,"
            + " p.matched_on, p.title, p.document, p.due_on, p.established_on, p.completed_on, p.result, p.version, "
            + STATE + " state";

    private final JdbcClient jdbc;

    CobuildingQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a list shows, in the order of the tree. */
    interface Listed {

        long id();

        String path();
    }

    /** After whom a page begins. */
    record Start(String path, long id) {}

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
            @JsonIgnore String path)
            implements Listed {}

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
            @JsonIgnore String path)
            implements Listed {}

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
            @JsonIgnore String path)
            implements Listed {}

    record EvaluationView(Side side, Grade grade, String text) {}

    /** Needs of communities in the scope, in the order of the tree. */
    List<NeedView> listNeeds(Scope scope, @Nullable State state, Start start, int rows) {
        return in(
                        "select * from (select n.id, n.unit_id unit, u.name unit_name, n.title, n.text, n.raised_by,"
                                + " n.raised_on, p.id project, u.%1$s path, " + STATE + """
                                     state from unit u join cobuild_need n on n.unit_id = u.id
                                      left join cobuild_project p on p.need_id = n.id
                                     where u.%1$s between :from and :to and (u.%1$s > :path or u.%1$s = :path and n.id > :id)) t
                                 where :state is null or t.state = :state order by t.path, t.id limit :rows\
                                """,
                        scope)
                .param("path", start.path())
                .param("id", start.id())
                .param("state", state == null ? null : state.name())
                .param("rows", rows)
                .query(NeedView.class)
                .list();
    }

    /** Resources by the place of one side in the scope, in the order of the tree. */
    List<ResourceView> listResources(Scope scope, Side side, Start start, int rows) {
        return in("""
            select g.id, g.unit_id unit, c.name unit_name, g.provider_id provider, r.name provider_name, g.title,
                   g.text, g.offered_on, s.%1$s path,
                   (select count(*) from cobuild_project p where p.resource_id = g.id) projects
              from unit s\
            """ + (side == Side.COMMUNITY ? " join cobuild_resource g on g.unit_id = s.id" : """
                 join cobuild_resource g on g.provider_id = s.id\
                """) + """
             join unit c on c.id = g.unit_id join unit r on r.id = g.provider_id
             where s.%1$s between :from and :to and (s.%1$s > :path or s.%1$s = :path and g.id > :id)
             order by s.%1$s, g.id limit :rows\
            """, scope)
                .param("path", start.path())
                .param("id", start.id())
                .param("rows", rows)
                .query(ResourceView.class)
                .list();
    }

    /** Projects by the place of one side in the scope, in the order of the tree. */
    List<ProjectView> listProjects(Scope scope, Side side, Start start, int rows) {
        return in(
                        PROJECT + ", s.%1$s path from unit s"
                                + (side == Side.COMMUNITY
                                        ? " join cobuild_project p on p.unit_id = s.id"
                                        : " join cobuild_project p on p.provider_id = s.id")
                                + """
                                 join unit c on c.id = p.unit_id join unit r on r.id = p.provider_id
                                  join cobuild_need n on n.id = p.need_id join cobuild_resource g on g.id = p.resource_id
                                 where s.%1$s between :from and :to and (s.%1$s > :path or s.%1$s = :path and p.id > :id)
                                 order by s.%1$s, p.id limit :rows\
                                """,
                        scope)
                .param("path", start.path())
                .param("id", start.id())
                .param("rows", rows)
                .query(ProjectView.class)
                .list();
    }

    /** Both sides see it, and whoever has one of them in the scope. */
    Optional<ProjectView> findProject(long id, Scope scope) {
        return in(PROJECT + """
            , c.path from cobuild_project p join unit c on c.id = p.unit_id join unit r on r.id = p.provider_id
              join cobuild_need n on n.id = p.need_id join cobuild_resource g on g.id = p.resource_id
             where p.id = :id and (c.%1$s between :from and :to or r.%1$s between :from and :to)\
            """, scope).param("id", id).query(ProjectView.class).optional();
    }

    List<EvaluationView> listEvaluations(long project, Scope scope) {
        return in("""
            select e.side, e.grade, e.text
              from cobuild_evaluation e join cobuild_project p on p.id = e.project_id
              join unit c on c.id = p.unit_id join unit r on r.id = p.provider_id
             where e.project_id = :id and (c.%1$s between :from and :to or r.%1$s between :from and :to)
             order by e.side\
            """, scope).param("id", project).query(EvaluationView.class).list();
    }

    private JdbcClient.StatementSpec in(String sql, Scope scope) {
        return jdbc.sql(sql.formatted(scope.column()))
                .param("from", scope.from())
                .param("to", scope.to());
    }
}
