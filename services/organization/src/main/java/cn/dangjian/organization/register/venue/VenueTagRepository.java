package cn.dangjian.organization.register.venue;

import cn.dangjian.organization.register.venue.ConfigureTags.TagRequest;
import cn.dangjian.organization.tree.hanging.Departure;
import cn.dangjian.organization.tree.hanging.Hanging;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code venue_tag}. */
@Repository
class VenueTagRepository implements Hanging {

    private static final String TAG = """
        select t.id, t.county_id county, t.tag, t.title, t.document, t.since, t.until_day
          from venue_tag t join unit c on c.id = t.county_id\
        """;

    private final Rows rows;

    VenueTagRepository(Rows rows) {
        this.rows = rows;
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

    long insert(Unit county, TagRequest tag) {
        return rows.sql("""
            insert into venue_tag (county_id, tag, title, document, since)
            values (:county, :tag, :title, :document, :since)\
            """).with("county", county.id()).with(tag).insert();
    }

    void end(long id, LocalDate day) {
        rows.sql("update venue_tag set until_day = :day where id = :id")
                .with("day", day)
                .with("id", id)
                .update();
    }

    /** Nobody else adds one until commit. */
    @Unscoped("whether the caller's own county has it")
    boolean exists(Unit county, String tag) {
        rows.sql("select id from unit where id = :unit for update")
                .with("unit", county.id())
                .lock();
        return rows.unscoped("select id from venue_tag where county_id = :county and tag = :tag for update")
                .with("county", county.id())
                .with("tag", tag)
                .exists();
    }

    Optional<Tag> find(long id, Scope own) {
        return rows.sql(TAG + " where t.id = :id and {scope c}")
                .in(own)
                .with("id", id)
                .find(Tag.class);
    }

    /** The tags of the counties in the scope, and of the county above it. */
    List<Tag> list(Scope scope) {
        return rows.sql(TAG + " where {scope c} or left(:top, length(c.path)) = c.path order by c.path, t.id")
                .in(scope)
                .with("top", scope.from())
                .list(Tag.class);
    }

    @Unscoped("what the county above a unit of the caller's scope asks")
    List<String> listOn(Unit unit, LocalDate day) {
        return rows.unscoped("""
            select t.tag from venue_tag t join unit c on c.id = t.county_id
             where left(:path, length(c.path)) = c.path
               and t.since <= :day and (t.until_day is null or t.until_day >= :day)\
            """).with("path", unit.path()).with("day", day).list(String.class);
    }

    /** What a county asked for ends with it. */
    @Override
    public void unitsEnded(List<Departure> ended) {
        rows.sql("""
            update venue_tag t join unit_departure d on t.county_id = d.unit_id
               set t.until_day = greatest(t.since, d.day) - interval 1 day
             where t.until_day is null or t.until_day >= greatest(t.since, d.day)\
            """).update();
    }
}
