package cn.dangjian.assessment.appraise.grade;

import cn.dangjian.assessment.appraise.campaign.ObjectSet;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Tables {@code appraisal_grade} and {@code appraisal_points}. */
@Repository
class LevelRepository {

    private final Rows rows;

    LevelRepository(Rows rows) {
        this.rows = rows;
    }

    /** A row to store. */
    record LevelRow(
            long id,
            Level grade,
            @Nullable Integer composite,
            @Nullable String reason) {}

    /** What an object is graded. */
    record Graded(
            long id,
            long unit,
            String name,
            Level grade,
            @Nullable Integer composite,
            @Nullable String reason) {}

    /** What a unit was graded in a year. */
    record Past(
            long appraisal,
            long owner,
            String ownerName,
            int year,
            ObjectSet objects,
            Level grade,
            @Nullable Integer composite,
            @Nullable String reason) {}

    /** In the order of the tree. */
    @Unscoped("of a campaign that was found in the caller's scope")
    List<Graded> list(long campaign) {
        return rows.unscoped("""
            select a.id, a.unit_id unit, u.name, g.grade, g.composite, g.reason
              from appraisal_grade g join appraised a on a.id = g.appraised_id join unit u on u.id = a.unit_id
             where a.appraisal_id = :campaign order by u.path\
            """).with("campaign", campaign).list(Graded.class);
    }

    /** What is on file of a unit, the newest year first. */
    @Unscoped("of a unit that was found in the caller's scope")
    List<Past> listPast(UnitId unit) {
        return rows.unscoped("""
            select p.id appraisal, p.unit_id owner, o.name owner_name, p.year, p.objects, g.grade, g.composite, g.reason
              from appraised a join appraisal_grade g on g.appraised_id = a.id
              join appraisal p on p.id = a.appraisal_id
              join case_file f on f.kind = 'appraisals' and f.id = p.id and f.state = 'FILED'
              join unit o on o.id = p.unit_id
             where a.unit_id = :unit order by p.year desc, p.id desc\
            """).with("unit", unit).list(Past.class);
    }

    /** A campaign whose grades are on file, and since when. */
    record Filed(long id, String document, Instant at) {}

    /** The next one; of one that was returned and filed again, as it was filed last. */
    @Unscoped("tells other services; nobody sees the rows")
    Optional<Filed> findFiled(long after) {
        return rows.unscoped("""
            select f.id, s.document, s.at from case_file f join case_step s on s.kind = f.kind and s.case_id = f.id
               and s.id = (select max(l.id) from case_step l
                            where l.kind = f.kind and l.case_id = f.id and l.step in ('FILED', 'KEPT'))
             where f.kind = 'appraisals' and f.state = 'FILED' and f.id > :after order by f.id limit 1\
            """)
                .with("after", after)
                .find((row, number) -> new Filed(
                        row.getLong(1),
                        row.getString(2),
                        row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC)));
    }

    /** What is proposed, instead of what was. */
    void replace(long campaign, Collection<LevelRow> grades) {
        rows.sql("""
            delete from appraisal_grade where appraised_id in (select id from appraised where appraisal_id = :campaign)\
            """).with("campaign", campaign).update();
        rows.sql("""
            insert into appraisal_grade (appraised_id, grade, composite, reason) values (:id, :grade, :composite, :reason)\
            """).each(grades);
    }

    @Unscoped("of a campaign that the caller holds")
    boolean isBooked(long campaign) {
        return rows.unscoped("select 1 from appraisal_points where appraisal_id = :campaign")
                .with("campaign", campaign)
                .exists();
    }

    void book(long campaign, String indicator, Desk desk) {
        rows.sql("""
            insert into appraisal_points (appraisal_id, indicator, subject, at) values (:campaign, :indicator, :subject, :at)\
            """)
                .with("campaign", campaign)
                .with("indicator", indicator)
                .by(desk)
                .update();
    }
}
