package cn.dangjian.organization.field.screening;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Table {@code weak_batch}: rows are added, never changed. */
@Repository
class ScreeningRepository {

    private static final String BATCH = """
        select b.id, b.county_id, b.year, b.document, b.screen_from, b.screen_to, c.path
          from weak_batch b join unit c on c.id = b.county_id\
        """;

    /** A county's own and all below it, and for those below a county that county's. */
    private static final String SEEN = " (c.path between :from and :to or left(:from, length(c.path)) = c.path)";

    private final JdbcClient jdbc;

    ScreeningRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many base organisations of a domain a county has. */
    record Organisations(String domain, int units) {}

    long insert(long county, OpenScreening.Plan plan, String subject, OffsetDateTime at) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into weak_batch (county_id, year, document, screen_from, screen_to, subject, at)
            values (:county, :year, :document, :first, :last, :subject, :at)\
            """)
                .param("county", county)
                .param("year", plan.year())
                .param("document", plan.document())
                .param("first", plan.from())
                .param("last", plan.to())
                .param("subject", subject)
                .param("at", at)
                .update(key);
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** Nobody else adds one until commit. */
    @Unscoped("whether the caller's own county has one")
    boolean exists(long county, int year) {
        jdbc.sql("select id from unit where id = :unit for update")
                .param("unit", county)
                .query(Long.class)
                .single();
        return jdbc.sql("select count(*) from weak_batch where county_id = :county and year = :year for update")
                        .param("county", county)
                        .param("year", year)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    Optional<Batch> find(long id, Scope scope) {
        return jdbc.sql(BATCH + " where b.id = :id and" + SEEN)
                .param("id", id)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Batch.class)
                .optional();
    }

    @Unscoped("the county above a unit that was found in the caller's scope")
    Optional<Batch> findAbove(String path, int year) {
        return jdbc.sql(BATCH + " where b.year = :year and left(:path, length(c.path)) = c.path")
                .param("year", year)
                .param("path", path)
                .query(Batch.class)
                .optional();
    }

    /** The screenings that the caller sees, the newest first. */
    List<Batch> list(Scope scope, @Nullable Integer year, long before, int rows) {
        return jdbc.sql(BATCH + " where b.id < :before and (:year is null or b.year = :year) and" + SEEN
                        + " order by b.id desc limit :rows")
                .param("before", before)
                .param("year", year)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("rows", rows)
                .query(Batch.class)
                .list();
    }

    /** The base organisations (基层党组织) below a county: villages and branches. */
    @Unscoped("figures of a batch that was found in the caller's scope")
    List<Organisations> count(Batch batch, LocalDate day) {
        return jdbc.sql("""
            select u.domain, count(*) units from unit u
             where u.path > :path and u.path <= concat(:path, '~') and u.tier in ('VILLAGE', 'BRANCH')
               and u.valid_from <= :day and (u.valid_to is null or u.valid_to > :day)
             group by u.domain order by u.domain\
            """)
                .param("path", batch.path())
                .param("day", day)
                .query(Organisations.class)
                .list();
    }
}
