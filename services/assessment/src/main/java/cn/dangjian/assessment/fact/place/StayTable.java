package cn.dangjian.assessment.fact.place;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Repository;

/** Table {@code unit_stay}; other rooms ask here where a unit has stood. */
@Repository
public class StayTable {

    private final Rows rows;

    StayTable(Rows rows) {
        this.rows = rows;
    }

    /** Where a unit stood from a day on until the one before another one; most have one place for ever. */
    public record Stay(
            long unit, String tier, String kind, String domain, LocalDate fromOn, LocalDate toOn, String path) {}

    /** Where some units have stood, each one's first place first. */
    @Unscoped("of units that were found before, or for the platform's own work")
    public List<Stay> list(Collection<Long> units) {
        if (units.isEmpty()) return List.of();
        return rows.unscoped("""
            select u.id unit, u.tier, u.kind, u.domain, coalesce(s.from_on, u.valid_from) from_on,
                   least(coalesce(s.to_on, '9999-12-31'), coalesce(u.valid_to, '9999-12-31')) to_on,
                   coalesce(s.path, u.path) path
              from unit u left join unit_stay s on s.unit_id = u.id
             where u.id in (:units) order by u.id, from_on\
            """).with("units", units).list(Stay.class);
    }

    /** Puts these places of units in place of what was known of them; of the units, those that have or had more than one. */
    Set<Long> replace(List<Place> places, Set<Long> units) {
        var moved =
                new TreeSet<>(rows.unscoped("select unit_id from unit_stay where unit_id in (:units) order by unit_id")
                        .with("units", units)
                        .list(Long.class));
        if (!moved.isEmpty())
            rows.sql("delete from unit_stay where unit_id in (:units)")
                    .with("units", moved)
                    .update();
        rows.sql("insert into unit_stay (unit_id, from_on, to_on, path) values (:unit, :fromOn, :toOn, :path)")
                .each(places);
        for (var place : places) moved.add(place.unit());
        return moved;
    }

    record Place(long unit, LocalDate fromOn, LocalDate toOn, String path) {}
}
