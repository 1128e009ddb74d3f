package cn.dangjian.organization.register.coverage;

import cn.dangjian.organization.tree.projection.DayTable;
import cn.dangjian.organization.tree.projection.Projection;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Repository;

/**
 * Counts over the register, by the part of the tree in which its units lie.
 *
 * <p>Plans at 100,000 units and 92,000 Party units (MariaDB 11.4): {@code register_state_place} and
 * {@code register_link_unit}, both covering; for a
 * past day the former from end to end for a whole province.
 */
@Repository
class CoverageQueries {

    /** The day after the last one of what has no end. */
    private static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    private static final List<Tier> PARTS = List.of(Tier.CITY, Tier.COUNTY, Tier.TOWNSHIP, Tier.VILLAGE);

    private final Rows rows;
    private final DayTable places;

    CoverageQueries(Rows rows, DayTable places) {
        this.rows = rows;
        this.places = places;
    }

    /**
     * The units of one type below one path.
     *
     * @param path of a child, or of the unit itself for what lies in none of its children
     */
    record Count(String path, String type, int covered, int shouldBeCovered, int notYet, int notRequired) {}

    /** Units of one type and with as many members at one place. */
    record Held(long place, String path, String type, int members, boolean covered, int units) {}

    /** A unit under which others are counted. */
    record Part(UnitId id, String name, String path) {}

    /**
     * What lies below a unit on a day, by its children.
     *
     * @param tree the tree of which scope and paths are
     * @param length of the children's paths
     * @param enough how many members are enough for a branch
     */
    List<Count> count(Scope scope, Projection tree, int length, LocalDate day, int enough) {
        return count("""
              from %s u
              join register_state s on s.place_id = u.id and s.valid_from <= :day and s.valid_to > :day\
            """.formatted(tree.places()), scope, length, day, enough);
    }

    /**
     * What the committees of a line look after on a day, by the units directly below one in its line.
     *
     * @param length of the paths of these in the line
     * @param enough how many members are enough for a branch
     */
    List<Count> countInLine(Scope line, int length, LocalDate day, int enough) {
        return count("""
              from unit u
              join register_link k on k.party_unit_id = u.id and k.role = 'LINE'
                                  and k.valid_from <= :day and k.valid_to > :day
              join register_state s on s.register_id = k.register_id and s.valid_from <= :day and s.valid_to > :day\
            """, line, length, day, enough);
    }

    private List<Count> count(String units, Scope scope, int length, LocalDate day, int enough) {
        return rows.sql("""
            select left({path u}, :length) path, s.type,
                   count(p.id) covered,
                   sum(case when p.id is null and s.members >= :enough then 1 else 0 end) should_be_covered,
                   sum(case when p.id is null and s.members > 0 and s.members < :enough then 1 else 0 end) not_yet,
                   sum(case when p.id is null and s.members = 0 then 1 else 0 end) not_required
            %s
              left join register_link l on l.register_id = s.register_id and l.role = 'COVER'
                                       and l.valid_from <= :day and l.valid_to > :day
              left join unit p on p.id = l.party_unit_id and (p.valid_to is null or p.valid_to > :day)
             where {scope u}
             group by 1, 2 order by 1, 2\
            """.formatted(units))
                .in(scope)
                .with("length", length)
                .with("day", day)
                .with("enough", enough)
                .list(Count.class);
    }

    /** What lies directly at some places on a day. */
    @Unscoped("for sums over all")
    List<Held> listHeld(Collection<Long> places, LocalDate day) {
        if (places.isEmpty()) return List.of();
        return rows.unscoped("""
            select u.id, u.path, s.type, s.members, p.id is not null covered, count(*) units
              from unit u
              join register_state s on s.place_id = u.id and s.valid_from <= :day and s.valid_to > :day
              left join register_link l on l.register_id = s.register_id and l.role = 'COVER'
                                       and l.valid_from <= :day and l.valid_to > :day
              left join unit p on p.id = l.party_unit_id and (p.valid_to is null or p.valid_to > :day)
             where u.id in (:places)
             group by 1, 2, 3, 4, 5\
            """)
                .with("day", day)
                .with("places", places)
                .list((row, number) -> new Held(
                        row.getLong("id"),
                        row.getString("path"),
                        row.getString("type"),
                        row.getInt("members"),
                        row.getBoolean("covered"),
                        row.getInt("units")));
    }

    /** The places of register units for which some Party units stand, and the Party units that cover these. */
    @Unscoped("says where to count again")
    Set<Long> listConcerned(Collection<Long> partyUnits) {
        return Set.copyOf(
                rows.unscoped("""
                    select s.place_id from register_link l
                      join register_state s on s.register_id = l.register_id and s.valid_to = :open
                     where l.party_unit_id in (:units) and l.valid_to = :open
                    union
                    select m.party_unit_id from register_link l
                      join register_link m on m.register_id = l.register_id and m.role = 'COVER' and m.valid_to = :open
                     where l.party_unit_id in (:units) and l.valid_to = :open\
                    """).with("units", partyUnits).with("open", OPEN).list((row, number) -> row.getLong(1)));
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
                .map(place -> new Part(place.id(), place.name(), place.path()))
                .toList();
    }

    /** The units directly below one, down to villages: no register unit lies below one. */
    List<Part> listParts(Unit unit, Scope scope) {
        return rows.sql("""
            select u.id, u.name, u.path from unit u
             where u.parent_id = :id and {scope u} and u.tier in ('CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE') order by u.path\
            """).in(scope).with("id", unit.id()).list(Part.class);
    }
}
