package cn.dangjian.organization.register.venue;

import cn.dangjian.organization.register.venue.Venue.Verdict;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.web.caller.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Table {@code venue_project}. */
@Repository
class VenueProjectRepository {

    private final JdbcClient jdbc;

    VenueProjectRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    long insert(long venue, ReportProject.Plan plan, Caller caller, Instant at) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into venue_project (venue_id, kind, title, from_day, to_day, cost_fen, reported_by, reported_at)
            values (:venue, :kind, :title, :first, :last, :cost, :by, :at)\
            """)
                .param("venue", venue)
                .param("kind", plan.kind().name())
                .param("title", plan.title())
                .param("first", plan.from())
                .param("last", plan.to())
                .param("cost", plan.costFen())
                .param("by", caller.account().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update(key);
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    @Unscoped("of a venue that was found in the caller's scope")
    List<Project> list(long venue) {
        return jdbc.sql("""
            select id, kind, title, from_day, to_day, cost_fen, reported_by, verdict, reason, judged_on
              from venue_project where venue_id = :venue order by id\
            """).param("venue", venue).query(Project.class).list();
    }

    Optional<Project> project(long venue, long id) {
        return list(venue).stream().filter(one -> one.id() == id).findFirst();
    }

    void judge(long id, Verdict verdict, @Nullable String reason, Caller caller, LocalDate day) {
        jdbc.sql("""
            update venue_project set verdict = :verdict, reason = :reason, judged_by = :by, judged_on = :day
             where id = :id and verdict is null\
            """)
                .param("verdict", verdict.name())
                .param("reason", reason)
                .param("by", caller.account().value())
                .param("day", day)
                .param("id", id)
                .update();
    }
}
