package cn.dangjian.assessment.result.showcase;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code showcase}: a row is added when people name a unit, and marked when they take that back. */
@Repository
class ShowcaseRepository {

    // of later years the last one on file counts, if it has fewer stars
    private static final String SHOWCASE = """
        select s.id, s.unit_id unit, u.name unit_name, u.path unit_path, u.valid_to is not null ended, s.owner_id owner, o.name owner_name,
               o.tier owner_tier, o.path owner_path, o.valid_to is not null owner_ended, s.county_id county, s.year,
               s.grading_id grading, s.graded_year, s.document, s.reason, s.evidence, s.named_on, s.withdrawn_on,
               s.withdrawal_document, s.withdrawal_reason, if(l.grade is null, null, n.year) later_year,
               l.grade later_grade,
               (select min(f.day) from fact f
                 where f.unit_id = s.unit_id and f.measure = 'organization.weak' and f.numerator > 0
                   and year(f.day) > s.graded_year) weak_on, s.version
          from showcase s join unit u on u.id = s.unit_id join unit o on o.id = s.owner_id
          left join grading n on n.id = (select m.id from grade g join grading m on m.id = g.grading_id
                                          where g.unit_id = s.unit_id and m.scale = 'STARS' and m.filed_on is not null
                                            and m.year > s.graded_year
                                          order by m.year desc, m.id desc limit 1)
          left join grade l on l.grading_id = n.id and l.unit_id = s.unit_id and l.grade <> 'STARS_5'\
        """;

    private final Rows rows;

    ShowcaseRepository(Rows rows) {
        this.rows = rows;
    }

    /** What is to be stored. */
    record Named(
            long unit,
            long county,
            long grading,
            int gradedYear,
            @Nullable String evidence) {}

    /** Nobody else names these units, or as this owner, or takes any of it back, until the transaction ends. */
    void lock(Collection<Long> units) {
        rows.sql("select id from unit where id in (:units) order by id for update")
                .with("units", units)
                .lock();
    }

    /** Of a unit in the scope, or named by one. */
    Optional<Showcase> find(long id, Scope scope) {
        return rows.sql(SHOWCASE + " where ({scope u} or {scope o}) and s.id = :id")
                .in(scope)
                .with("id", id)
                .find(Showcase.class);
    }

    /**
     * Of units in the scope, or named by one; the newest first.
     *
     * @param year null for all
     * @param doubtful only those of units in the scope that stand although there is a reason to look at them again
     */
    List<Showcase> list(@Nullable Integer year, boolean doubtful, Slice slice, Scope scope) {
        String all = SHOWCASE + """
             where s.id < :before and (:year is null or s.year = :year)\
            """;
        return rows.sql(
                        doubtful
                                ? "select x.* from (" + all + """
                                     and {scope u} and s.withdrawn_on is null) x where x.later_grade is not null or x.weak_on is not null
                                     order by x.id desc limit :rows\
                                    """
                                : all + " and ({scope u} or {scope o}) order by s.id desc limit :rows")
                .in(scope)
                .newest(slice)
                .with("year", year)
                .list(Showcase.class);
    }

    /** What somebody has named for a year and not taken back. */
    @Unscoped("of the unit from which the caller acts")
    List<Showcase> listStanding(UnitId owner, int year) {
        return rows.unscoped(SHOWCASE
                        + " where s.owner_id = :owner and s.year = :year and s.withdrawn_on is null order by s.id")
                .with("owner", owner)
                .with("year", year)
                .list(Showcase.class);
    }

    /** All that was named of some units, the newest first. */
    @Unscoped("of units that were found in the caller's scope, or to tell other services")
    List<Showcase> listOf(Collection<Long> units) {
        return rows.unscoped(SHOWCASE + " where s.unit_id in (:units) order by s.id desc")
                .with("units", units)
                .list(Showcase.class);
    }

    /** The next units of which anything was named. */
    @Unscoped("tells other services; nobody sees the rows")
    List<Long> listUnits(long after, int most) {
        return rows.unscoped("""
            select distinct unit_id from showcase where unit_id > :after order by unit_id limit :most\
            """).with("after", after).with("most", most).list(Long.class);
    }

    /** The counties with these paths. */
    @Unscoped("above units that were found in the caller's scope")
    List<Unit> listCounties(Collection<String> paths) {
        return rows.unscoped("select u.* from unit u where u.path in (:paths) and u.tier = 'COUNTY' order by u.id")
                .with("paths", paths)
                .list(Unit.class);
    }

    void insert(int year, String document, String reason, Collection<Named> named, Desk desk) {
        rows.sql("""
            insert into showcase (unit_id, owner_id, county_id, year, grading_id, graded_year, document, reason, evidence,
                                  named_on, subject, at, version)
            values (:unit, :owner, :county, :year, :grading, :gradedYear, :document, :reason, :evidence,
                    :today, :subject, :at, 1)\
            """)
                .with("owner", desk.unit().id())
                .with("year", year)
                .with("document", document)
                .with("reason", reason)
                .with("today", desk.today())
                .by(desk)
                .each(named);
    }

    void withdraw(long id, String document, String reason, Desk desk) {
        rows.sql("""
            update showcase set withdrawn_on = :today, withdrawal_document = :document, withdrawal_reason = :reason,
                   withdrawn_by = :subject, withdrawn_at = :at, version = version + 1
             where id = :id and withdrawn_on is null\
            """)
                .with("id", id)
                .with("document", document)
                .with("reason", reason)
                .with("today", desk.today())
                .by(desk)
                .updateOne("Showcase " + id);
    }
}
