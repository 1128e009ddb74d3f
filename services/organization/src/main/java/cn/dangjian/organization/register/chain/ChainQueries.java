package cn.dangjian.organization.register.chain;

import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Versioned;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * What is shown of chains.
 *
 * <p>Plans at 6,000 chains and 150,000 units (MariaDB 11.4): a province sorts all its chains, keepers by primary key;
 * below that keepers by {@code unit_tier} and their chains by {@code chain_code}. What is on a chain by
 * {@code chain_link_chain}.
 */
@Repository
class ChainQueries {

    /** Those on it that lie in the keeper's territory: one that has moved away is no more its own. */
    private static final String ON_IT = """
        from chain_link k
          join register_state s on s.register_id = k.register_id and s.valid_from <= :day and s.valid_to > :day
          join unit q on q.id = s.place_id and q.path between u.path and concat(u.path, '~')
         where k.chain_id = c.id and k.valid_from <= :day and k.valid_to > :day\
        """;

    private static final String PARTY = """
         left join chain_party l on l.chain_id = c.id and l.valid_from <= :day and l.valid_to > :day
          left join unit p on p.id = l.party_unit_id and (p.valid_to is null or p.valid_to > :day)\
        """;

    private static final String CHAIN = """
                select c.id, c.code, c.opened_on, c.valid_to, c.version, u.id keeper_id, u.name keeper_name, u.tier, u.path,
                       t.name, t.leader_id,
                       (select e.name from register_state e where e.register_id = t.leader_id
                           and (e.valid_from < t.valid_to or e.valid_from <= t.valid_from)
                         order by e.valid_from desc limit 1) leader_name,
                       p.id party_id, p.name party_name, p.kind party_kind,
                       (select count(*) %1$s) units, (select coalesce(sum(s.members), 0) %1$s) members
                  from unit u
                  join chain c on c.keeper_id = u.id
                  join chain_state t on t.chain_id = c.id
                   and t.valid_from = (select max(m.valid_from) from chain_state m where m.chain_id = c.id)
        %2$s\
        """.formatted(ON_IT, PARTY);

    /** Whether a chain is of a scope: is kept in it, or is led by a Party unit that stands in it. */
    private static final Map<Hierarchy, String> WITHIN =
            Map.of(Hierarchy.BLOCK, "u.tier in ('COUNTY', 'TOWNSHIP') and {scope u}", Hierarchy.LINE, "{scope p}");

    private final Rows rows;

    ChainQueries(Rows rows) {
        this.rows = rows;
    }

    /**
     * A chain.
     *
     * @param leaderId the unit of the register that leads it (链主); null if none is named
     * @param leaderName what it is called, or was on the last day of a closed chain
     * @param partyUnitId the functional Party unit that leads Party work on it; null if none does
     * @param units how many are on it today, in the keeper's territory
     * @param members how many Party members work in these
     */
    record ChainView(
            long id,
            long keeperId,
            String keeperName,
            Tier keeperTier,
            String code,
            String name,
            @Nullable Long leaderId,
            @Nullable String leaderName,
            @Nullable Long partyUnitId,
            @Nullable String partyUnitName,
            @Nullable String partyUnitKind,
            int units,
            int members,
            LocalDate openedOn,
            @Nullable LocalDate closedOn,
            long version)
            implements Versioned {}

    /** A chain and where the list goes on after it. */
    record Listed(ChainView chain, String path) {}

    /**
     * A unit of the register that is on a chain, as it is today, or was on one, as it was on its last day there.
     *
     * @param members null, like the place, unless it lay in the keeper's territory then and does today: what is elsewhere
     *     is known to whoever has the territory there, not to a former keeper
     * @param to the first day without it; null while it is on the chain
     */
    record LinkView(
            long id,
            long unitId,
            String name,
            String type,
            @Nullable Integer members,
            @Nullable String placeName,
            LocalDate from,
            @Nullable LocalDate to) {}

    Optional<ChainView> find(long id, LocalDate day, Scope scope) {
        return rows.sql(CHAIN + " where c.id = :id and " + WITHIN.get(scope.by()))
                .in(scope)
                .with("id", id)
                .with("day", day)
                .find((row, number) -> view(row));
    }

    /** Open chains by their keepers in the order of the tree; the page is found before anything is counted on a chain. */
    List<Listed> list(LocalDate day, Slice slice, Scope scope) {
        String page =
                "select c.id from unit u join chain c on c.keeper_id = u.id" + PARTY + " where c.valid_to > :day and "
                        + WITHIN.get(scope.by()) + " and (u.path > :path or u.path = :path and c.id > :id)"
                        + " order by u.path, c.id limit :rows";
        return rows.sql(CHAIN + " where c.id in (select w.id from (" + page + ") w) order by u.path, c.id")
                .in(scope)
                .inTree(slice)
                .with("day", day)
                .list((row, number) -> new Listed(view(row), row.getString("path")));
    }

    /** All that were ever on a chain, in the order in which they came; a day without them tells nothing of them. */
    List<LinkView> listLinks(ChainView chain, Slice slice, Scope scope) {
        var last = Cursor.parse(slice.cursor(), 1);
        return rows.sql("""
            select k.id, k.register_id, s.name, s.type, k.valid_from, k.valid_to,
                   if(p.id is null, null, s.members) members, p.name place_name
              from chain_link k
              join chain c on c.id = k.chain_id
              join unit u on u.id = c.keeper_id
              join register_state s on s.register_id = k.register_id
               and s.valid_from = (select max(m.valid_from) from register_state m
                                    where m.register_id = k.register_id and m.valid_from < k.valid_to)
              join register_state n on n.register_id = k.register_id
               and n.valid_from = (select max(m.valid_from) from register_state m where m.register_id = k.register_id)
              join unit q on q.id = n.place_id
              left join unit p on p.id = s.place_id and p.path between u.path and concat(u.path, '~')
                              and q.path between u.path and concat(u.path, '~')
             where k.chain_id = :chain and k.id > :after and k.valid_to > k.valid_from
               and {scope u}
             order by k.id limit :rows\
            """)
                .in(scope)
                .with("chain", chain.id())
                .with("after", last == null ? 0 : last.number(0))
                .with("rows", slice.rows())
                .list((row, number) -> new LinkView(
                        row.getLong("id"),
                        row.getLong("register_id"),
                        row.getString("name"),
                        row.getString("type"),
                        row.getObject("members", Integer.class),
                        row.getString("place_name"),
                        row.getObject("valid_from", LocalDate.class),
                        end(row)));
    }

    private static @Nullable LocalDate end(ResultSet row) throws SQLException {
        var end = row.getObject("valid_to", LocalDate.class);
        return ChainRepository.OPEN.equals(end) ? null : end;
    }

    private static ChainView view(ResultSet row) throws SQLException {
        return new ChainView(
                row.getLong("id"),
                row.getLong("keeper_id"),
                row.getString("keeper_name"),
                Tier.valueOf(row.getString("tier")),
                row.getString("code"),
                row.getString("name"),
                row.getObject("leader_id", Long.class),
                row.getString("leader_name"),
                row.getObject("party_id", Long.class),
                row.getString("party_name"),
                row.getString("party_kind"),
                row.getInt("units"),
                row.getInt("members"),
                row.getObject("opened_on", LocalDate.class),
                end(row),
                row.getLong("version"));
    }
}
