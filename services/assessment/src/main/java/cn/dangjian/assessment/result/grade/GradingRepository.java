package cn.dangjian.assessment.result.grade;

import cn.dangjian.assessment.result.grade.Grade.Scale;
import cn.dangjian.assessment.scheme.frame.Scheme;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Tables {@code grading} and {@code grade}. */
@Repository
class GradingRepository {

    private static final String GRADING = """
        select g.id, f.unit_id unit, u.name unit_name, f.state, g.scheme_id, g.year, s.object, g.scale, g.document,
               g.filed_on, f.version
          from grading g join case_file f on f.kind = 'gradings' and f.id = g.id
          join scheme s on s.id = g.scheme_id join unit u on u.id = f.unit_id\
        """;

    private final Rows rows;

    GradingRepository(Rows rows) {
        this.rows = rows;
    }

    /** A unit that is to be graded, with its sum as appeals have corrected it. */
    record Peer(long unit, String name, int total) {}

    /** What a unit is graded. */
    record Graded(
            long unit,
            String name,
            Grade grade,
            int total,
            @Nullable String reason) {}

    /** A row to store. */
    record GradeRow(
            long unit, Grade grade, int total, @Nullable String reason) {

        boolean isBetterThan(GradeRow other) {
            return grade.level() > other.grade.level();
        }

        boolean isUnexplained() {
            return reason == null || reason.isEmpty();
        }
    }

    /** What a unit was graded in a year. */
    record Past(
            long grading,
            int year,
            Scale scale,
            Grade grade,
            int total,
            @Nullable String reason,
            String document,
            LocalDate filedOn) {}

    Optional<Grading> find(long id, Scope scope) {
        return rows.sql(GRADING + " where {scope u} and g.id = :id")
                .in(scope)
                .with("id", id)
                .find(Grading.class);
    }

    /** The next one that is on file. */
    @Unscoped("tells other services; nobody sees the rows")
    Optional<Grading> findFiled(long after) {
        return rows.unscoped(GRADING + " where g.id > :after and g.filed_on is not null order by g.id limit 1")
                .with("after", after)
                .find(Grading.class);
    }

    List<Grading> list(Slice slice, Scope scope) {
        return rows.sql(GRADING + " where {scope u} and g.id < :before order by g.id desc limit :rows")
                .in(scope)
                .newest(slice)
                .list(Grading.class);
    }

    @Unscoped("of a scheme that was found in the caller's scope")
    boolean isGraded(long scheme) {
        return rows.unscoped("select 1 from grading where scheme_id = :scheme")
                .with("scheme", scheme)
                .exists();
    }

    /** Who was scored until the year's last day, by versions of one scheme. */
    @Unscoped("of a scheme that was found in the caller's scope")
    List<Peer> listPeers(Collection<Long> versions, int year) {
        return rows.unscoped("""
            select u.id unit, u.name,
                   coalesce((select c.total from correction c
                              where c.unit_id = t.unit_id and c.year = t.year and c.part_on = t.part_on and c.frozen = 1
                              order by c.at desc, c.appeal_id desc limit 1), t.total) total
              from score_total t join unit u on u.id = t.unit_id
             where t.scheme_id in (:versions) and t.as_of = :last and t.frozen_at is not null and t.total is not null
             order by u.path\
            """)
                .with("versions", versions)
                .with("last", LocalDate.of(year, 12, 31))
                .list(Peer.class);
    }

    /** How many appeals nobody has decided. */
    @Unscoped("of a scheme that was found in the caller's scope")
    int countAppeals(Collection<Long> versions) {
        return rows.unscoped("""
            select count(*) from appeal a join case_file f on f.kind = 'appeals' and f.id = a.id
             where a.scheme_id in (:versions) and f.state in ('FILED', 'EXAMINED') and f.closed_at is null\
            """).with("versions", versions).get(Integer.class);
    }

    @Unscoped("of a grading that was found in the caller's scope")
    List<Graded> listGrades(long id) {
        return rows.unscoped("""
            select u.id unit, u.name, g.grade, g.total, g.reason from grade g join unit u on u.id = g.unit_id
             where g.grading_id = :id order by u.path\
            """).with("id", id).list(Graded.class);
    }

    /** Of the countryside, by stars: who may be a weak unit. */
    @Unscoped("of a grading that was found in the caller's scope")
    List<Graded> listRural(long id) {
        return rows.unscoped("""
            select u.id unit, u.name, g.grade, g.total, g.reason from grade g join unit u on u.id = g.unit_id
             where g.grading_id = :id and u.domain = 'RURAL' order by u.id\
            """).with("id", id).list(Graded.class);
    }

    /** What is on file of a unit, the newest year first. */
    @Unscoped("of a unit that was found in the caller's scope")
    List<Past> listPast(UnitId unit) {
        return rows.unscoped("""
            select n.id grading, n.year, n.scale, g.grade, g.total, g.reason, n.document, n.filed_on
              from grade g join grading n on n.id = g.grading_id
             where g.unit_id = :unit and n.filed_on is not null order by n.year desc, n.id desc\
            """).with("unit", unit).list(Past.class);
    }

    void insert(long id, Scheme scheme, Scale scale, String document) {
        rows.sql("""
            insert into grading (id, scheme_id, unit_id, year, scale, document)
            values (:id, :scheme, :unit, :year, :scale, :document)\
            """)
                .with("id", id)
                .with("scheme", scheme.id())
                .with("unit", scheme.unitId())
                .with("year", scheme.year())
                .with("scale", scale)
                .with("document", document)
                .update();
    }

    void revise(long id, Scale scale, String document) {
        rows.sql("update grading set scale = :scale, document = :document where id = :id")
                .with("id", id)
                .with("scale", scale)
                .with("document", document)
                .updateOne("Grading " + id);
    }

    void replace(long id, Collection<GradeRow> grades) {
        rows.sql("delete from grade where grading_id = :id").with("id", id).update();
        rows.sql("""
            insert into grade (grading_id, unit_id, grade, total, reason) values (:id, :unit, :grade, :total, :reason)\
            """).with("id", id).each(grades);
    }

    void file(long id, LocalDate day) {
        rows.sql("update grading set filed_on = :day where id = :id")
                .with("id", id)
                .with("day", day)
                .updateOne("Grading " + id);
    }
}
