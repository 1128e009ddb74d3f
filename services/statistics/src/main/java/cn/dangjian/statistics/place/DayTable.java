package cn.dangjian.statistics.place;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Other rooms ask here for the tree of a day (当时的组织树), on which what belongs to a merged unit is its heir's. */
@Repository
public class DayTable {

    /**
     * Rows with {@code unit}, {@code holder} and {@code path}, one for each unit of table {@code wanted}: where it stood on
     * {@code :day} and itself, or where the one stood that had taken it over by then, and that one. To be put behind {@code with recursive}.
     */
    public static final String PLACED = """
        heir (unit, heir) as (
            select p.unit, p.heir from unit_past p where p.heir_from <= :day
            union
            select h.unit, p.heir from heir h join unit_past p on p.unit = h.heir and p.heir_from <= :day),
        last_heir (unit, heir) as (
            select h.unit, h.heir from heir h
             where not exists (select 1 from unit_past p where p.unit = h.heir and p.heir_from <= :day)),
        placed (unit, holder, path) as (
            select w.unit, u.id, coalesce(s.path, u.path)
              from wanted w
              left join last_heir h on h.unit = w.unit
              join unit u on u.id = coalesce(h.heir, w.unit)
              left join unit_stay s on s.unit = u.id and s.valid_from <= :day and s.valid_to > :day)\
        """;

    private final JdbcClient jdbc;

    DayTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A unit, and where it stood on a day. */
    public record Standing(UnitId id, String name, Tier tier, String path) {}

    /** Empty if the unit is not known here. A unit that was established later stands where it was established. */
    @Unscoped("for a unit that was found within the scope before")
    public Optional<Standing> find(UnitId unit, LocalDate day) {
        return jdbc.sql("""
            select u.id, u.name, u.tier, coalesce(s.path, u.path) path
              from unit u left join unit_stay s on s.unit = u.id and s.valid_from <= :day and s.valid_to > :day
             where u.id = :unit\
            """)
                .param("unit", unit.value())
                .param("day", day)
                .query((row, number) -> new Standing(
                        new UnitId(row.getLong("id")),
                        row.getString("name"),
                        Tier.valueOf(row.getString("tier")),
                        row.getString("path")))
                .optional();
    }
}
