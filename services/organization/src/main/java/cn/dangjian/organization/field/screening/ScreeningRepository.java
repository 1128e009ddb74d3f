package cn.dangjian.organization.field.screening;

import cn.dangjian.organization.field.screening.OpenScreening.OpenRequest;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code weak_batch}: rows are added, never changed. */
@Repository
class ScreeningRepository {

    private static final String BATCH = """
        select b.id, b.county_id, b.year, b.document, b.screen_from, b.screen_to, c.path
          from weak_batch b join unit c on c.id = b.county_id\
        """;

    /** A county's own and all below it, and for those below a county that county's. */
    private static final String SEEN = " ({scope c} or left(:top, length(c.path)) = c.path)";

    private final Rows rows;

    ScreeningRepository(Rows rows) {
        this.rows = rows;
    }

    /** How many base organisations of a domain a county has. */
    record Organisations(String domain, int units) {}

    long insert(OpenRequest batch, Desk desk) {
        return rows.sql("""
            insert into weak_batch (county_id, year, document, screen_from, screen_to, subject, at)
            values (:county, :year, :document, :from, :to, :subject, :at)\
            """)
                .with("county", desk.unit().id())
                .with(batch)
                .by(desk)
                .insert();
    }

    /** Nobody else adds one until commit. */
    @Unscoped("whether the caller's own county has one")
    boolean exists(UnitId county, int year) {
        rows.sql("select id from unit where id = :unit for update")
                .with("unit", county)
                .lock();
        return rows.unscoped("select id from weak_batch where county_id = :county and year = :year for update")
                .with("county", county)
                .with("year", year)
                .exists();
    }

    Optional<Batch> find(long id, Scope scope) {
        return rows.sql(BATCH + " where b.id = :id and" + SEEN)
                .in(scope)
                .with("top", scope.from())
                .with("id", id)
                .find(Batch.class);
    }

    @Unscoped("the county above a unit that was found in the caller's scope")
    Optional<Batch> findAbove(String path, int year) {
        return rows.unscoped(BATCH + " where b.year = :year and left(:path, length(c.path)) = c.path")
                .with("year", year)
                .with("path", path)
                .find(Batch.class);
    }

    /** The screenings that the caller sees, the newest first. */
    List<Batch> list(@Nullable Integer year, Slice slice, Scope scope) {
        return rows.sql(BATCH + " where b.id < :before and (:year is null or b.year = :year) and" + SEEN
                        + " order by b.id desc limit :rows")
                .in(scope)
                .with("top", scope.from())
                .with("year", year)
                .newest(slice)
                .list(Batch.class);
    }

    /** The base organisations (基层党组织) below a county: villages and branches. */
    @Unscoped("figures of a batch that was found in the caller's scope")
    List<Organisations> count(Batch batch, LocalDate day) {
        return rows.unscoped("""
            select u.domain, count(*) units from unit u
             where u.path > :path and u.path <= concat(:path, '~') and u.tier in ('VILLAGE', 'BRANCH')
               and u.valid_from <= :day and (u.valid_to is null or u.valid_to > :day)
             group by u.domain order by u.domain\
            """).with("path", batch.path()).with("day", day).list(Organisations.class);
    }
}
