package cn.dangjian.organization.field.cobuilding;

import cn.dangjian.organization.field.cobuilding.Project.Side;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.web.caller.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Tables {@code cobuild_project} and {@code cobuild_evaluation}. */
@Repository
class CobuildingProjectRepository {

    private final JdbcClient jdbc;

    CobuildingProjectRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Finds it for both sides, and for whoever has one of them in the scope. */
    Optional<Project> find(long id, Scope scope) {
        return jdbc.sql("""
            select p.id, p.unit_id, p.provider_id, p.matched_on, p.established_on, p.completed_on, p.version,
                   (select count(*) from cobuild_evaluation e where e.project_id = p.id) evaluations
              from cobuild_project p join unit c on c.id = p.unit_id join unit r on r.id = p.provider_id
             where p.id = :id and (c.path between :from and :to or r.path between :from and :to)\
            """)
                .param("id", id)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Project.class)
                .optional();
    }

    @Unscoped("of a need that was found in the caller's scope")
    boolean isMatched(long need) {
        return jdbc.sql("select count(*) from cobuild_project where need_id = :need for update")
                        .param("need", need)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    long insert(long need, CobuildingListRepository.Resource resource, LocalDate day) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into cobuild_project (need_id, resource_id, unit_id, provider_id, matched_on, version)
            values (:need, :resource, :unit, :provider, :day, 1)\
            """)
                .param("need", need)
                .param("resource", resource.id())
                .param("unit", resource.unitId().value())
                .param("provider", resource.providerId().value())
                .param("day", day)
                .update(key);
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    void establish(Project project, RunProject.Plan plan, LocalDate day) {
        written(
                project,
                jdbc.sql("""
                    update cobuild_project set title = :title, document = :document, due_on = :due, established_on = :day,
                           version = version + 1
                     where id = :id and version = :version\
                    """)
                        .param("title", plan.title())
                        .param("document", plan.document())
                        .param("due", plan.dueOn())
                        .param("day", day)
                        .param("id", project.id())
                        .param("version", project.version())
                        .update());
    }

    void complete(Project project, LocalDate day, String result) {
        written(
                project,
                jdbc.sql("""
                    update cobuild_project set completed_on = :day, result = :result, version = version + 1
                     where id = :id and version = :version\
                    """)
                        .param("day", day)
                        .param("result", result)
                        .param("id", project.id())
                        .param("version", project.version())
                        .update());
    }

    @Unscoped("of a project that was found in the caller's scope")
    boolean hasEvaluated(Project project, Side side) {
        return jdbc.sql("select count(*) from cobuild_evaluation where project_id = :project and side = :side")
                        .param("project", project.id())
                        .param("side", side.name())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void evaluate(Project project, Side side, RunProject.Evaluation evaluation, Caller caller, Instant at) {
        written(
                project,
                jdbc.sql("update cobuild_project set version = version + 1 where id = :id and version = :version")
                        .param("id", project.id())
                        .param("version", project.version())
                        .update());
        jdbc.sql("""
            insert into cobuild_evaluation (project_id, side, grade, text, subject, at)
            values (:project, :side, :grade, :text, :subject, :at)\
            """)
                .param("project", project.id())
                .param("side", side.name())
                .param("grade", evaluation.grade().name())
                .param("text", evaluation.text())
                .param("subject", caller.subject())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Fails if someone else changed the project since it was read. */
    private static void written(Project project, int rows) {
        if (rows == 0) throw new OptimisticLockingFailureException("Co-building project " + project.id());
    }
}
