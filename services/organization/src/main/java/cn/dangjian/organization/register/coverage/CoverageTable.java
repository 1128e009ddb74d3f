package cn.dangjian.organization.register.coverage;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/**
 * Other rooms ask here who covers what.
 *
 * <p>Plans at 100,000 units (MariaDB 11.4): {@code register_link_party}, or {@code register_state_place} and
 * {@code register_link_unit}, for each unit that is asked about.
 */
@Repository
public class CoverageTable {

    private static final String UNCOVERED = """
        select s.register_id id, s.name, u.id place, u.path, s.members
          from unit u
          join register_state s on s.place_id = u.id and s.valid_from <= :day and s.valid_to > :day and s.members > 0
          left join register_link l on l.register_id = s.register_id and l.role = 'COVER'
                                   and l.valid_from <= :day and l.valid_to > :day
          left join unit p on p.id = l.party_unit_id and (p.valid_to is null or p.valid_to > :day)
         where p.id is null\
        """;

    private final Rows rows;

    CoverageTable(Rows rows) {
        this.rows = rows;
    }

    /**
     * A unit of the register with members, but without a Party unit.
     *
     * @param place where it lies
     * @param path of the place
     */
    public record Uncovered(long id, String name, long place, String path, int members) {}

    /**
     * A Party unit that covers others.
     *
     * @param joint how many of them jointly
     * @param withRetireeBranch how many of them have a retiree branch
     */
    public record Covering(long partyUnit, int units, int joint, int withRetireeBranch) {}

    /** Nobody's units that lie directly at these places. */
    @Unscoped("of places that were found within the scope, or for sums over all")
    public List<Uncovered> listUncovered(Collection<Long> places, LocalDate day) {
        if (places.isEmpty()) return List.of();
        return rows.unscoped(UNCOVERED + " and u.id in (:places) order by u.path, s.register_id")
                .with("day", day)
                .with("places", places)
                .list(CoverageTable::uncovered);
    }

    public Optional<Uncovered> findUncovered(long id, Scope scope, LocalDate day) {
        return rows.sql(UNCOVERED + " and s.register_id = :id and {scope u}")
                .in(scope)
                .with("day", day)
                .with("id", id)
                .find(CoverageTable::uncovered);
    }

    /** Those of these Party units that cover others. */
    @Unscoped("of Party units that were found within the scope, or for sums over all")
    public List<Covering> listCovering(Collection<Long> units, LocalDate day) {
        if (units.isEmpty()) return List.of();
        return rows.unscoped("""
            select l.party_unit_id party_unit, count(*) units,
                   sum(case when l.founding = 'JOINT' then 1 else 0 end) joint, count(p.id) with_retiree_branch
              from register_link l
              left join register_link t on t.register_id = l.register_id and t.role = 'RETIREE'
                                       and t.valid_from <= :day and t.valid_to > :day
              left join unit p on p.id = t.party_unit_id and (p.valid_to is null or p.valid_to > :day)
             where l.party_unit_id in (:units) and l.role = 'COVER' and l.valid_from <= :day and l.valid_to > :day
             group by l.party_unit_id\
            """)
                .with("day", day)
                .with("units", units)
                .list((row, number) -> new Covering(
                        row.getLong("party_unit"),
                        row.getInt("units"),
                        row.getInt("joint"),
                        row.getInt("with_retiree_branch")));
    }

    /** By hand: mapping by reflection costs a hundred times more, and thousands of rows are read. */
    private static Uncovered uncovered(ResultSet row, int number) throws SQLException {
        return new Uncovered(
                row.getLong("id"),
                row.getString("name"),
                row.getLong("place"),
                row.getString("path"),
                row.getInt("members"));
    }
}
