package cn.dangjian.organization.register.venue;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Table {@code venue_tag}. */
@Repository
class VenueTagRepository {

    private static final String TAG = """
        select t.id, t.county_id county, t.tag, t.title, t.document, t.since, t.until_day
          from venue_tag t join unit c on c.id = t.county_id\
        """;

    private final JdbcClient jdbc;

    VenueTagRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param untilDay the last day; null while it holds */
    record Tag(
            long id,
            UnitId county,
            String tag,
            String title,
            String document,
            LocalDate since,
            @Nullable LocalDate untilDay) {}

    long insert(Unit county, ConfigureTags.Plan plan) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into venue_tag (county_id, tag, title, document, since)
            values (:county, :tag, :title, :document, :since)\
            """)
                .param("county", county.id().value())
                .param("tag", plan.tag())
                .param("title", plan.title())
                .param("document", plan.document())
                .param("since", plan.since())
                .update(key);
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    void end(long id, LocalDate day) {
        jdbc.sql("update venue_tag set until_day = :day where id = :id")
                .param("day", day)
                .param("id", id)
                .update();
    }

    /** Nobody else adds one until commit. */
    @Unscoped("whether the caller's own county has it")
    boolean exists(Unit county, String tag) {
        jdbc.sql("select id from unit where id = :unit for update")
                .param("unit", county.id().value())
                .query(Long.class)
                .single();
        return jdbc.sql("select count(*) from venue_tag where county_id = :county and tag = :tag for update")
                        .param("county", county.id().value())
                        .param("tag", tag)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    Optional<Tag> find(long id, Scope own) {
        return jdbc.sql(TAG + " where t.id = :id and c.path between :from and :to")
                .param("id", id)
                .param("from", own.from())
                .param("to", own.to())
                .query(Tag.class)
                .optional();
    }

    /** The tags of the counties in the scope, and of the county above it. */
    List<Tag> list(Scope scope) {
        return jdbc.sql(TAG + """
             where c.path between :from and :to or left(:from, length(c.path)) = c.path order by c.path, t.id\
            """)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Tag.class)
                .list();
    }

    @Unscoped("what the county above a unit of the caller's scope asks")
    List<String> listOn(Unit unit, LocalDate day) {
        return jdbc.sql("""
            select t.tag from venue_tag t join unit c on c.id = t.county_id
             where left(:path, length(c.path)) = c.path
               and t.since <= :day and (t.until_day is null or t.until_day >= :day)\
            """)
                .param("path", unit.path())
                .param("day", day)
                .query(String.class)
                .list();
    }
}
