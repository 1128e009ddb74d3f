package cn.dangjian.organization.register.chain;

import cn.dangjian.organization.register.chain.Chain.Link;
import cn.dangjian.organization.register.chain.ChangeChain.LeadRequest;
import cn.dangjian.organization.register.chain.ChangeChain.NameRequest;
import cn.dangjian.organization.register.chain.OpenChain.OpenRequest;
import cn.dangjian.organization.tree.rollup.StaleTable;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

/** Tables {@code chain}, {@code chain_state}, {@code chain_link} and {@code chain_party}. */
@Repository
class ChainRepository {

    /** The day after the last one of what has no end. */
    static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    private final Rows rows;
    private final StaleTable stale;

    ChainRepository(Rows rows, StaleTable stale) {
        this.rows = rows;
        this.stale = stale;
    }

    /** Finds nothing outside the scope, as if the chain did not exist. */
    Optional<Chain> find(long id, Scope scope) {
        return rows.sql("""
            select c.*, s.valid_from since, s.name, s.leader_id, l.party_unit_id, l.valid_from led_from,
                   l.valid_to led_to
              from chain c
              join unit u on u.id = c.keeper_id
              join chain_state s on s.chain_id = c.id
               and s.valid_from = (select max(m.valid_from) from chain_state m where m.chain_id = c.id)
              left join chain_party l on l.id = (select m.id from chain_party m where m.chain_id = c.id
                                                  order by m.valid_from desc, m.id desc limit 1)
             where c.id = :id and {scope u}\
            """).in(scope).with("id", id).find(ChainRepository::chain);
    }

    /** The last time that a register unit was put on a chain. */
    @Unscoped("of a chain that was found within the scope before")
    Optional<Link> findLink(Chain chain, long unit) {
        return rows.unscoped("""
            select * from chain_link where chain_id = :chain and register_id = :unit
             order by valid_to desc, id desc limit 1\
            """).with("chain", chain.id()).with("unit", unit).find(ChainRepository::link);
    }

    /** The first day on which a register unit led the chain no more, far ahead if it does; empty if it never did. */
    @Unscoped("of a chain that was found within the scope before")
    Optional<LocalDate> findLedUntil(Chain chain, long unit) {
        return rows.unscoped("select max(valid_to) from chain_state where chain_id = :chain and leader_id = :unit")
                .with("chain", chain.id())
                .with("unit", unit)
                .find(ChainRepository::day)
                .flatMap(day -> day);
    }

    /** The last day on which units came onto a chain or left it; empty if none ever did. */
    @Unscoped("of a chain that was found within the scope before")
    Optional<LocalDate> findLastLinked(Chain chain) {
        return rows.unscoped("""
            select max(if(valid_to = :open, valid_from, valid_to)) from chain_link where chain_id = :chain\
            """)
                .with("open", OPEN)
                .with("chain", chain.id())
                .find(ChainRepository::day)
                .flatMap(day -> day);
    }

    @Unscoped("whoever changes the tree has checked the scope of what is changed")
    int countOpen(UnitId keeper) {
        return rows.unscoped("select count(*) from chain where keeper_id = :keeper and valid_to = :open")
                .with("keeper", keeper)
                .with("open", OPEN)
                .get(Integer.class);
    }

    /** Since when a register unit is open that lies in a territory; empty if none such is. */
    Optional<LocalDate> findOpened(long unit, Scope territory) {
        return rows.sql("""
            select r.registered_on from register_unit r
              join register_state s on s.register_id = r.id and s.valid_to = :open
              join unit u on u.id = s.place_id
             where r.id = :id and r.closed_on is null and {scope u}\
            """).in(territory).with("open", OPEN).with("id", unit).find(LocalDate.class);
    }

    /** The new chain's id; empty if the keeper has, or had, another chain with this code. */
    Optional<Long> insert(OpenRequest chain, Desk desk) {
        long id;
        try {
            id = rows.sql("""
                insert into chain (keeper_id, code, opened_on, valid_to, version, subject, at)
                values (:keeperId, :code, :on, :open, 1, :subject, :at)\
                """).with(chain).with("open", OPEN).by(desk).insert();
        } catch (DuplicateKeyException taken) {
            return Optional.empty();
        }
        insertState(id, new NameRequest(chain.name(), chain.leaderId(), chain.on()), desk);
        if (chain.leaderId() != null) insertLink(id, chain.leaderId(), chain.on(), desk);
        stale.add(List.of(chain.keeperId().value()));
        return Optional.of(id);
    }

    /** Another name or leader from a day on; what was said for that day before is replaced. */
    void change(Chain chain, NameRequest name, Desk desk) {
        touch(chain, OPEN);
        rows.sql("delete from chain_state where chain_id = :chain and valid_from = :on")
                .with("chain", chain.id())
                .with("on", name.on())
                .update();
        endAll("chain_state", chain, name.on());
        insertState(chain.id(), name, desk);
    }

    void link(Chain chain, long unit, LocalDate on, Desk desk) {
        touch(chain, OPEN);
        insertLink(chain.id(), unit, on, desk);
    }

    /** For a leader that is put on the chain with it, in the transaction that has changed the chain. */
    void linkLeader(Chain chain, long unit, LocalDate on, Desk desk) {
        insertLink(chain.id(), unit, on, desk);
    }

    void unlink(Chain chain, Link link, LocalDate on) {
        touch(chain, OPEN);
        rows.sql("update chain_link set valid_to = :on where id = :id")
                .with("on", on)
                .with("id", link.id())
                .update();
    }

    void lead(Chain chain, LeadRequest lead, Desk desk) {
        touch(chain, OPEN);
        endAll("chain_party", chain, lead.on());
        if (lead.partyUnitId() == null) return;
        rows.sql("""
            insert into chain_party (chain_id, party_unit_id, valid_from, valid_to, subject, at)
            values (:chain, :partyUnitId, :on, :open, :subject, :at)\
            """)
                .with("chain", chain.id())
                .with(lead)
                .with("open", OPEN)
                .by(desk)
                .update();
    }

    /** Ends the chain with all that belongs to it. */
    void close(Chain chain, LocalDate on) {
        touch(chain, on);
        for (var table : List.of("chain_state", "chain_link", "chain_party")) endAll(table, chain, on);
    }

    private void touch(Chain chain, LocalDate end) {
        rows.sql("update chain set valid_to = :end, version = version + 1 where id = :id and version = :version")
                .with(chain)
                .with("end", end)
                .updateOne("Chain " + chain.id());
        stale.add(List.of(chain.keeper()));
    }

    private void endAll(String table, Chain chain, LocalDate on) {
        rows.sql("update " + table + " set valid_to = :on where chain_id = :chain and valid_to = :open")
                .with("on", on)
                .with("chain", chain.id())
                .with("open", OPEN)
                .update();
    }

    private void insertState(long chain, NameRequest name, Desk desk) {
        rows.sql("""
            insert into chain_state (chain_id, valid_from, valid_to, name, leader_id, subject, at)
            values (:chain, :on, :open, :name, :leaderId, :subject, :at)\
            """)
                .with("chain", chain)
                .with(name)
                .with("open", OPEN)
                .by(desk)
                .update();
    }

    private void insertLink(long chain, long unit, LocalDate on, Desk desk) {
        rows.sql("""
            insert into chain_link (chain_id, register_id, valid_from, valid_to, subject, at)
            values (:chain, :unit, :on, :open, :subject, :at)\
            """)
                .with("chain", chain)
                .with("unit", unit)
                .with("on", on)
                .with("open", OPEN)
                .by(desk)
                .update();
    }

    private static Optional<LocalDate> day(ResultSet row, int number) throws SQLException {
        return Optional.ofNullable(row.getObject(1, LocalDate.class));
    }

    private static Chain chain(ResultSet row, int number) throws SQLException {
        var ledFrom = row.getObject("led_from", LocalDate.class);
        var ledTo = end(row, "led_to");
        return new Chain(
                row.getLong("id"),
                row.getLong("keeper_id"),
                row.getString("code"),
                row.getObject("opened_on", LocalDate.class),
                end(row, "valid_to"),
                row.getLong("version"),
                row.getObject("since", LocalDate.class),
                row.getString("name"),
                row.getObject("leader_id", Long.class),
                ledTo == null ? ledFrom : ledTo,
                ledTo == null ? row.getObject("party_unit_id", Long.class) : null);
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        return new Link(
                row.getLong("id"),
                row.getLong("register_id"),
                row.getObject("valid_from", LocalDate.class),
                end(row, "valid_to"));
    }

    private static @Nullable LocalDate end(ResultSet row, String column) throws SQLException {
        var end = row.getObject(column, LocalDate.class);
        return OPEN.equals(end) ? null : end;
    }
}
