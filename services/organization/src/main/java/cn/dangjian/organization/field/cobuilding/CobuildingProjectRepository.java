package cn.dangjian.organization.field.cobuilding;

import cn.dangjian.organization.field.cobuilding.Project.Side;
import cn.dangjian.organization.field.cobuilding.RunProject.CompletionRequest;
import cn.dangjian.organization.field.cobuilding.RunProject.EvaluationRequest;
import cn.dangjian.organization.field.cobuilding.RunProject.MatchRequest;
import cn.dangjian.organization.field.cobuilding.RunProject.PlanRequest;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Tables {@code cobuild_project} and {@code cobuild_evaluation}: what is said of a project beside where it stands. */
@Repository
class CobuildingProjectRepository {

    private final Rows rows;

    CobuildingProjectRepository(Rows rows) {
        this.rows = rows;
    }

    @Unscoped("of a need that was found in the caller's scope")
    boolean isMatched(long need) {
        return rows.unscoped("select 1 from cobuild_project where need_id = :need")
                .with("need", need)
                .exists();
    }

    @Unscoped("of a project that was found in the caller's scope")
    LocalDate matchedOn(long id) {
        return rows.unscoped("select matched_on from cobuild_project where id = :id")
                .with("id", id)
                .get(LocalDate.class);
    }

    void insert(long id, MatchRequest match, LocalDate day) {
        rows.sql("""
            insert into cobuild_project (id, need_id, resource_id, matched_on) values (:id, :need, :resource, :day)\
            """).with("id", id).with(match).with("day", day).update();
    }

    void establish(long id, PlanRequest plan, LocalDate day) {
        rows.sql("""
            update cobuild_project set title = :title, document = :document, due_on = :dueOn, established_on = :day
             where id = :id\
            """).with("id", id).with(plan).with("day", day).update();
    }

    void complete(long id, CompletionRequest completion) {
        rows.sql("update cobuild_project set completed_on = :day, result = :result where id = :id")
                .with("id", id)
                .with(completion)
                .update();
    }

    /** The sides that have evaluated it. */
    @Unscoped("of a project that was found in the caller's scope")
    List<Side> listEvaluated(long id) {
        return rows.unscoped("select side from cobuild_evaluation where project_id = :id")
                .with("id", id)
                .list(Side.class);
    }

    void evaluate(long id, Side side, EvaluationRequest evaluation, Desk desk) {
        rows.sql("""
            insert into cobuild_evaluation (project_id, side, grade, text, subject, at)
            values (:id, :side, :grade, :text, :subject, :at)\
            """)
                .with("id", id)
                .with("side", side)
                .with(evaluation)
                .with("subject", desk.subject())
                .with("at", desk.now())
                .update();
    }
}
