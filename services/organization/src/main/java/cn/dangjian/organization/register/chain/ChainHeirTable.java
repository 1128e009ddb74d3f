package cn.dangjian.organization.register.chain;

import static cn.dangjian.organization.register.chain.ChainRepository.OPEN;

import cn.dangjian.organization.tree.hanging.Departure;
import cn.dangjian.organization.tree.hanging.Hanging;
import cn.dangjian.organization.tree.rollup.StaleTable;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Repository;

/**
 * Tables {@code chain}, {@code chain_state}, {@code chain_link} and {@code chain_party}, where Party units end or move: the
 * one that leads Party work on a chain has an heir, or nobody leads it; what lies outside the keeper's territory is on
 * the chain no more. A keeper does not end while it has chains; one that is opened after that was decided ends with it.
 */
@Repository
class ChainHeirTable implements Hanging {

    /** Register units that lie outside the territory of the keeper of their chain. */
    private static final String LINKS = """
         from unit_removal r
         straight_join unit u on u.path between r.path and r.path_to
         straight_join register_state s force index (register_state_place) on s.place_id = u.id and s.valid_to = :open
         straight_join chain_link l force index (chain_link_register)
            on l.register_id = s.register_id and l.valid_to = :open
         straight_join chain c on c.id = l.chain_id
         straight_join unit k on k.id = c.keeper_id and left(u.path, length(k.path)) <> k.path\
        """;

    /** Party units that do. */
    private static final String PARTIES = """
         from unit_removal r
         straight_join unit u on u.path between r.path and r.path_to
         straight_join chain_party l force index (chain_party_unit) on l.party_unit_id = u.id and l.valid_to = :open
         straight_join chain c on c.id = l.chain_id
         straight_join unit k on k.id = c.keeper_id and left(u.path, length(k.path)) <> k.path\
        """;

    private final Rows rows;
    private final StaleTable stale;

    ChainHeirTable(Rows rows, StaleTable stale) {
        this.rows = rows;
        this.stale = stale;
    }

    /** A chain of which something has left the territory. */
    private record Left(long chain, long keeper) {}

    /** A chain whose leader has, and since when. */
    private record Leaderless(long chain, LocalDate day) {}

    @Override
    public void unitsEnded(List<Departure> ended) {
        closeKept();
        stale.add(ended.stream().map(one -> one.unit().value()).toList());
        stale.add(listKeepers());
        rows.sql("""
            update chain c set c.version = c.version + 1
             where c.id in (select l.chain_id from unit_departure d
                              join chain_party l on l.party_unit_id = d.unit_id and l.valid_to > d.day
                             where l.valid_to > l.valid_from)\
            """).update();
        rows.sql("""
            insert into chain_party (chain_id, party_unit_id, valid_from, valid_to, subject, at)
            select l.chain_id, d.heir_id, d.day, l.valid_to, d.subject, d.at
              from unit_departure d
              join chain_party l on l.party_unit_id = d.unit_id and l.valid_from < d.day and l.valid_to > d.day
             where d.heir_id is not null\
            """).update();
        rows.sql("""
            update chain_party l join unit_departure d on l.party_unit_id = d.unit_id and l.valid_from < d.day and l.valid_to > d.day
               set l.valid_to = d.day\
            """).update();
        rows.sql("""
            update chain_party l join unit_departure d on l.party_unit_id = d.unit_id and l.valid_from >= d.day
               set l.party_unit_id = coalesce(d.heir_id, l.party_unit_id),
                   l.valid_to = if(d.heir_id is null, l.valid_from, l.valid_to)\
            """).update();
    }

    private void closeKept() {
        for (var table : List.of("chain_state", "chain_link", "chain_party")) {
            rows.sql("update " + table + """
                 t join chain c on c.id = t.chain_id join unit_departure d on c.keeper_id = d.unit_id
                   set t.valid_to = greatest(t.valid_from, d.day)
                 where t.valid_to > greatest(t.valid_from, d.day)\
                """).update();
        }
        rows.sql("""
            update chain c join unit_departure d on c.keeper_id = d.unit_id
               set c.valid_to = greatest(c.opened_on, d.day), c.version = c.version + 1
             where c.valid_to > greatest(c.opened_on, d.day)\
            """).update();
    }

    @Override
    public void unitsMoved() {
        var left = listLeft();
        if (left.isEmpty()) return;
        stale.add(left.stream().map(Left::keeper).distinct().toList());
        rows.sql("update chain set version = version + 1 where id = :chain").each(left);
        listLeaderless().forEach(this::leadNoMore);
        rows.sql("update chain_link t join (select distinct l.id, r.day" + LINKS
                        + ") x on x.id = t.id set t.valid_to = greatest(t.valid_from, x.day)")
                .with("open", OPEN)
                .update();
        rows.sql("update chain_party t join (select distinct l.id, r.day" + PARTIES
                        + ") x on x.id = t.id set t.valid_to = greatest(t.valid_from, x.day)")
                .with("open", OPEN)
                .update();
    }

    private void leadNoMore(Leaderless chain) {
        rows.sql("""
            insert into chain_state (chain_id, valid_from, valid_to, name, leader_id, subject, at)
            select s.chain_id, :day, s.valid_to, s.name, s.leader_id, s.subject, s.at from chain_state s
             where s.chain_id = :chain and s.valid_to = :open and s.valid_from < :day\
            """).with(chain).with("open", OPEN).update();
        rows.sql("""
            update chain_state set valid_to = :day
             where chain_id = :chain and valid_to = :open and valid_from < :day\
            """).with(chain).with("open", OPEN).update();
        rows.sql("update chain_state set leader_id = null where chain_id = :chain and valid_to = :open")
                .with(chain)
                .with("open", OPEN)
                .update();
    }

    @Unscoped("says where to count again")
    private List<Long> listKeepers() {
        return rows.unscoped("""
            select distinct c.keeper_id from unit_departure d
              join chain_party l on l.party_unit_id = d.unit_id and l.valid_to > d.day
              join chain c on c.id = l.chain_id\
            """).list(Long.class);
    }

    @Unscoped("follows what has become of the tree; nobody asks")
    private List<Left> listLeft() {
        return rows.unscoped(
                        "select c.id chain, c.keeper_id keeper" + LINKS + " union select c.id, c.keeper_id" + PARTIES)
                .with("open", OPEN)
                .list(Left.class);
    }

    @Unscoped("follows what has become of the tree; nobody asks")
    private List<Leaderless> listLeaderless() {
        return rows.unscoped("select c.id chain, min(r.day) day" + LINKS + """
             join chain_state t on t.chain_id = c.id and t.valid_to = :open and t.leader_id = l.register_id
             group by c.id\
            """)
                .with("open", OPEN)
                .list(Leaderless.class);
    }
}
