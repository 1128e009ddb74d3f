package cn.dangjian.organization.register.chainrate;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Repository;

/**
 * Other rooms ask here how large chains are that no Party unit leads.
 *
 * <p>Plan (MariaDB 11.4): {@code chain_code} for the keepers, {@code chain_party_chain} and {@code chain_link_chain} for
 * each chain, the register by primary key.
 */
@Repository
public class ChainSizeTable {

    private static final String SIZE = """
        select c.id, t.name, u.id keeper, u.path, count(q.id) units,
               coalesce(sum(case when q.id is null then 0 else s.members end), 0) members
          from chain c
          join unit u on u.id = c.keeper_id
          join chain_state t on t.chain_id = c.id and t.valid_from <= :day and t.valid_to > :day
          left join chain_party l on l.chain_id = c.id and l.valid_from <= :day and l.valid_to > :day
          left join unit p on p.id = l.party_unit_id and (p.valid_to is null or p.valid_to > :day)
          left join chain_link k on k.chain_id = c.id and k.valid_from <= :day and k.valid_to > :day
          left join register_state s on s.register_id = k.register_id and s.valid_from <= :day and s.valid_to > :day
          left join unit q on q.id = s.place_id and q.path between u.path and concat(u.path, '~')
         where p.id is null and u.valid_to is null\
        """;

    private static final String EACH = " group by c.id, t.name, u.id, u.path order by c.id";

    private final Rows rows;

    ChainSizeTable(Rows rows) {
        this.rows = rows;
    }

    /**
     * A chain that no Party unit leads.
     *
     * @param path of the keeper
     * @param units how many of the register are on it, in the keeper's territory
     * @param members how many Party members work in these
     */
    public record Size(long id, String name, long keeper, String path, int units, int members) {}

    @Unscoped("for units that were found within the scope, or for sums over all")
    public List<Size> listWithout(Collection<Long> keepers, LocalDate day) {
        if (keepers.isEmpty()) return List.of();
        return rows.unscoped(SIZE + " and c.keeper_id in (:keepers)" + EACH)
                .with("day", day)
                .with("keepers", keepers)
                .list(ChainSizeTable::size);
    }

    public Optional<Size> findWithout(long chain, Scope scope, LocalDate day) {
        return rows.sql(SIZE + " and c.id = :chain and {scope u}" + EACH)
                .in(scope)
                .with("day", day)
                .with("chain", chain)
                .find(ChainSizeTable::size);
    }

    /** The keepers of chains that some Party units lead. */
    @Unscoped("says where to count again")
    Set<Long> listConcerned(Collection<Long> partyUnits) {
        return Set.copyOf(rows.unscoped("""
            select distinct c.keeper_id from chain_party l join chain c on c.id = l.chain_id
             where l.party_unit_id in (:units) and l.valid_to = :open\
            """)
                .with("units", partyUnits)
                .with("open", LocalDate.of(9999, 12, 31))
                .list((row, number) -> row.getLong(1)));
    }

    private static Size size(ResultSet row, int number) throws SQLException {
        return new Size(
                row.getLong("id"),
                row.getString("name"),
                row.getLong("keeper"),
                row.getString("path"),
                row.getInt("units"),
                row.getInt("members"));
    }
}
