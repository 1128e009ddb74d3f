package cn.dangjian.organization.register.gridrate;

import cn.dangjian.organization.tree.projection.DayTable;
import cn.dangjian.organization.tree.projection.Projection;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Repository;

/**
 * Counts over places, by the part of the tree in which they lie.
 *
 * <p>Plans at 100,000 places (MariaDB 11.4): {@code grid_place_community} and {@code grid_link_place}; for a past day the
 * former from end to end for a whole province.
 */
@Repository
class GridRateQueries {

    /** The day after the last one of what has no end. */
    private static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    private static final List<Tier> PARTS = List.of(Tier.CITY, Tier.COUNTY, Tier.TOWNSHIP, Tier.VILLAGE);

    private final Rows rows;
    private final DayTable places;

    GridRateQueries(Rows rows, DayTable places) {
        this.rows = rows;
        this.places = places;
    }

    /** Places of one kind below one path, and how many of them have a Party unit. */
    record Count(String path, String kind, int places, int linked) {}

    /** A unit under which others are counted. */
    record Part(long id, String name, String path) {}

    /** Places of one kind directly in one community, and how many of them have a Party unit. */
    record Held(long community, String kind, int places, int linked) {}

    /** What lies directly in some communities on a day. */
    @Unscoped("for sums over all")
    List<Held> listHeld(Collection<Long> communities, LocalDate day) {
        if (communities.isEmpty()) return List.of();
        return rows.unscoped("""
            select g.community_id, g.kind, count(*) places, count(p.id) linked
              from grid_place g
              left join grid_link l on l.place_id = g.id and l.valid_from <= :day and l.valid_to > :day
              left join unit p on p.id = l.party_unit_id and (p.valid_to is null or p.valid_to > :day)
             where g.community_id in (:communities) and g.valid_from <= :day and g.valid_to > :day
             group by 1, 2\
            """)
                .with("day", day)
                .with("communities", communities)
                .list((row, number) ->
                        new Held(row.getLong(1), row.getString("kind"), row.getInt("places"), row.getInt("linked")));
    }

    /** The communities in which some Party units stand for a place. */
    @Unscoped("says where to count again")
    Set<Long> listConcerned(Collection<Long> partyUnits) {
        return Set.copyOf(
                rows.unscoped("""
                    select distinct g.community_id from grid_link l join grid_place g on g.id = l.place_id
                     where l.party_unit_id in (:units) and l.valid_to = :open\
                    """).with("units", partyUnits).with("open", OPEN).list((row, number) -> row.getLong(1)));
    }

    /** What lies below a unit on a day, by its children; what lies in none of them is counted at its own path. */
    List<Count> count(Scope scope, Projection tree, int length, LocalDate day) {
        return count(tree.places(), scope, length, day);
    }

    /** The same for what stands in a line today, by the units directly below one in its line. */
    List<Count> countInLine(Scope line, int length, LocalDate day) {
        return count("unit", line, length, day);
    }

    private List<Count> count(String units, Scope scope, int length, LocalDate day) {
        return rows.sql("""
            select left({path u}, :length) path, g.kind, count(*) places, count(p.id) linked
              from %s u
              join grid_place g on g.community_id = u.id and g.valid_from <= :day and g.valid_to > :day
              left join grid_link l on l.place_id = g.id and l.valid_from <= :day and l.valid_to > :day
              left join unit p on p.id = l.party_unit_id and (p.valid_to is null or p.valid_to > :day)
             where {scope u}
             group by 1, 2 order by 1, 2\
            """.formatted(units))
                .in(scope)
                .with("length", length)
                .with("day", day)
                .list(Count.class);
    }

    /** Where a unit was on a day; empty if it did not exist then. */
    @Unscoped("for a unit that was found within the scope before")
    Optional<String> findPathOn(Unit unit, LocalDate day) {
        return places.find(unit.id(), day).map(DayTable.Place::path);
    }

    /** The units directly below one on a day. */
    @Unscoped("figures of a past day count by the tree of that day, below a unit that was found within the scope")
    List<Part> listPartsOn(Unit unit, LocalDate day) {
        return places.listBelow(unit.id(), PARTS, day).stream()
                .map(place -> new Part(place.id().value(), place.name(), place.path()))
                .toList();
    }

    /** The units directly below one, down to communities: no place lies below one. */
    List<Part> listParts(Unit unit, Scope scope) {
        return rows.sql("""
            select u.id, u.name, u.path from unit u
             where u.parent_id = :id and {scope u} and u.tier in ('CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE') order by u.path\
            """).in(scope).with("id", unit.id()).list(Part.class);
    }
}
