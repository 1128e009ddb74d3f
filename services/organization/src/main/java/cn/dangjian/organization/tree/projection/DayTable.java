package cn.dangjian.organization.tree.projection;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Other rooms ask here where a unit and its children were on a day. */
@Repository
public class DayTable {

    private final JdbcClient jdbc;

    DayTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A unit as it was named and placed on a day. */
    public record Place(UnitId id, String name, String path) {}

    /** Empty if the unit did not exist on the day. */
    @Unscoped("for a unit that was found within the scope before")
    public Optional<Place> find(UnitId id, LocalDate day) {
        return jdbc.sql("""
            select v.unit_id, v.name, l.path
              from unit_period v
              join unit_place l on l.unit_id = v.unit_id and l.valid_from <= :day and l.valid_to > :day
             where v.unit_id = :id and v.valid_from <= :day and v.valid_to > :day and v.ended = false\
            """)
                .param("id", id.value())
                .param("day", day)
                .query((row, number) -> new Place(new UnitId(row.getLong(1)), row.getString(2), row.getString(3)))
                .optional();
    }

    /** The units of some tiers that were directly below one on a day, in the order of that day's tree. */
    @Unscoped("figures of a past day count by the tree of that day, below a unit that was found within the scope")
    public List<Place> listBelow(UnitId id, Collection<Tier> tiers, LocalDate day) {
        return jdbc.sql("""
            select v.unit_id, v.name, l.path
              from unit_period v
              join unit_place l on l.unit_id = v.unit_id and l.valid_from <= :day and l.valid_to > :day
             where v.parent_id = :id and v.tier in (:tiers) and v.valid_from <= :day and v.valid_to > :day
               and v.ended = false
             order by l.path\
            """)
                .param("id", id.value())
                .param("tiers", tiers.stream().map(Tier::name).toList())
                .param("day", day)
                .query((row, number) -> new Place(new UnitId(row.getLong(1)), row.getString(2), row.getString(3)))
                .list();
    }
}
