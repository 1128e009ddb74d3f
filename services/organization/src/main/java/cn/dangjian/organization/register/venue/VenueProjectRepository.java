package cn.dangjian.organization.register.venue;

import cn.dangjian.organization.register.venue.ReportProject.ProjectRequest;
import cn.dangjian.organization.register.venue.Venue.Judgement;
import cn.dangjian.organization.register.venue.Venue.Verdict;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code venue_project}. */
@Repository
class VenueProjectRepository {

    private final Rows rows;

    VenueProjectRepository(Rows rows) {
        this.rows = rows;
    }

    /** Building or repairing. */
    enum Kind {
        /** 新建. */
        BUILD,
        /** 修缮. */
        REPAIR
    }

    record Project(
            long id,
            Kind kind,
            String title,
            LocalDate fromDay,
            @Nullable LocalDate toDay,
            long costFen,
            long reportedBy,
            @Nullable Verdict verdict,
            @Nullable String reason,
            @Nullable LocalDate judgedOn) {}

    long insert(long venue, ProjectRequest project, Desk desk) {
        return rows.sql("""
            insert into venue_project (venue_id, kind, title, from_day, to_day, cost_fen, reported_by, reported_at)
            values (:venue, :kind, :title, :from, :to, :fen, :account, :at)\
            """)
                .with("venue", venue)
                .with(project)
                .with("fen", project.fen())
                .with(desk.caller())
                .by(desk)
                .insert();
    }

    @Unscoped("of a venue that was found in the caller's scope")
    List<Project> list(long venue) {
        return rows.unscoped("""
            select id, kind, title, from_day, to_day, cost_fen, reported_by, verdict, reason, judged_on
              from venue_project where venue_id = :venue order by id\
            """).with("venue", venue).list(Project.class);
    }

    Optional<Project> project(long venue, long id) {
        return list(venue).stream().filter(one -> one.id() == id).findFirst();
    }

    void judge(long id, Judgement judgement, Desk desk) {
        rows.sql("""
            update venue_project set verdict = :verdict, reason = :reason, judged_by = :account, judged_on = :day
             where id = :id and verdict is null\
            """)
                .with("id", id)
                .with(judgement)
                .with(desk.caller())
                .with("day", desk.today())
                .update();
    }
}
