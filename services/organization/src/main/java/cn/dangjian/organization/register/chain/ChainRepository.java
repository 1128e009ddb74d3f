package cn.dangjian.organization.register.chain;

import cn.dangjian.organization.register.chain.Chain.Link;
import cn.dangjian.organization.tree.rollup.StaleTable;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Tables {@code chain}, {@code chain_state}, {@code chain_link} and {@code chain_party}. */
@Repository
class ChainRepository {

    /** The day after the last one of what has no end. */
    static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;
    private final StaleTable stale;

    ChainRepository(JdbcClient jdbc, StaleTable stale) {
        this.jdbc = jdbc;
        this.stale = stale;
    }

    /** From which day on something holds, who said so, and when. */
    record Said(LocalDate on, String subject, Instant at) {

        StatementSpec to(StatementSpec query) {
            return query.param("on", on)
                    .param("open", OPEN)
                    .param("subject", subject)
                    .param("at", LocalDateTime.ofInstant(at, ZoneOffset.UTC));
        }
    }

    /** Finds nothing outside the scope, as if the chain did not exist. */
    Optional<Chain> find(long id, Scope scope) {
        return jdbc.sql("""
            select c.*, s.valid_from since, s.name, s.leader_id, l.party_unit_id, l.valid_from led_from,
                   l.valid_to led_to
              from chain c
              join unit u on u.id = c.keeper_id
              join chain_state s on s.chain_id = c.id
               and s.valid_from = (select max(m.valid_from) from chain_state m where m.chain_id = c.id)
              left join chain_party l on l.id = (select max(m.id) from chain_party m where m.chain_id = c.id)
             where c.id = :id and u.path between :from and :to\
            """)
                .param("id", id)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(ChainRepository::chain)
                .optional();
    }

    /** The last time that a register unit was put on a chain. */
    @Unscoped("of a chain that was found within the scope before")
    Optional<Link> findLink(Chain chain, long unit) {
        return jdbc.sql("""
            select * from chain_link where chain_id = :chain and register_id = :unit
             order by valid_to desc, id desc limit 1\
            """)
                .param("chain", chain.id())
                .param("unit", unit)
                .query(ChainRepository::link)
                .optional();
    }

    /** The first day on which a register unit led the chain no more, far ahead if it does; empty if it never did. */
    @Unscoped("of a chain that was found within the scope before")
    Optional<LocalDate> findLedUntil(Chain chain, long unit) {
        return jdbc.sql("select max(valid_to) from chain_state where chain_id = :chain and leader_id = :unit")
                .param("chain", chain.id())
                .param("unit", unit)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    /** The last day on which units came onto a chain or left it; empty if none ever did. */
    @Unscoped("of a chain that was found within the scope before")
    Optional<LocalDate> findLastLinked(Chain chain) {
        return jdbc.sql("""
            select max(if(valid_to = :open, valid_from, valid_to)) from chain_link where chain_id = :chain\
            """)
                .param("open", OPEN)
                .param("chain", chain.id())
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    @Unscoped("whoever changes the tree has checked the scope of what is changed")
    int countOpen(UnitId keeper) {
        return jdbc.sql("select count(*) from chain where keeper_id = :keeper and valid_to = :open")
                .param("keeper", keeper.value())
                .param("open", OPEN)
                .query(Integer.class)
                .single();
    }

    /** Since when a register unit is open that lies in a territory; empty if none such is. */
    Optional<LocalDate> findOpened(long unit, Scope territory) {
        return jdbc.sql("""
            select r.registered_on from register_unit r
              join register_state s on s.register_id = r.id and s.valid_to = :open
              join unit u on u.id = s.place_id
             where r.id = :id and r.closed_on is null and u.path between :from and :to\
            """)
                .param("open", OPEN)
                .param("id", unit)
                .param("from", territory.from())
                .param("to", territory.to())
                .query((row, number) -> row.getObject(1, LocalDate.class))
                .optional();
    }

    /** Empty if the keeper has, or had, another chain with this code. */
    OptionalLong insert(long keeper, String code, String name, @Nullable Long leader, Said said) {
        var key = new GeneratedKeyHolder();
        try {
            said.to(jdbc.sql("""
                insert into chain (keeper_id, code, opened_on, valid_to, version, subject, at)
                values (:keeper, :code, :on, :open, 1, :subject, :at)\
                """).param("keeper", keeper).param("code", code)).update(key, "id");
        } catch (DuplicateKeyException taken) {
            return OptionalLong.empty();
        }
        long id = Objects.requireNonNull(key.getKey()).longValue();
        insertState(id, name, leader, said);
        if (leader != null) insertLink(id, leader, said);
        stale.add(List.of(keeper));
        return OptionalLong.of(id);
    }

    /** Another name or leader from a day on; what was said for that day before is replaced. */
    void change(Chain chain, String name, @Nullable Long leader, Said said) {
        touch(chain, OPEN);
        jdbc.sql("delete from chain_state where chain_id = :chain and valid_from = :on")
                .param("chain", chain.id())
                .param("on", said.on())
                .update();
        endAll("chain_state", chain, said.on());
        insertState(chain.id(), name, leader, said);
    }

    void link(Chain chain, long unit, Said said) {
        touch(chain, OPEN);
        insertLink(chain.id(), unit, said);
    }

    /** For a leader that is put on the chain with it, in the transaction that has changed the chain. */
    void linkLeader(Chain chain, long unit, Said said) {
        insertLink(chain.id(), unit, said);
    }

    void unlink(Chain chain, Link link, LocalDate on) {
        touch(chain, OPEN);
        jdbc.sql("update chain_link set valid_to = :on where id = :id")
                .param("on", on)
                .param("id", link.id())
                .update();
    }

    /** @param partyUnit null if none leads it any more */
    void lead(Chain chain, @Nullable Long partyUnit, Said said) {
        touch(chain, OPEN);
        endAll("chain_party", chain, said.on());
        if (partyUnit == null) return;
        said.to(jdbc.sql("""
            insert into chain_party (chain_id, party_unit_id, valid_from, valid_to, subject, at)
            values (:chain, :party, :on, :open, :subject, :at)\
            """).param("chain", chain.id()).param("party", partyUnit))
                .update();
    }

    /** Ends the chain with all that belongs to it. */
    void close(Chain chain, LocalDate on) {
        touch(chain, on);
        for (var table : List.of("chain_state", "chain_link", "chain_party")) endAll(table, chain, on);
    }

    private void touch(Chain chain, LocalDate end) {
        int rows = jdbc.sql("""
            update chain set valid_to = :end, version = version + 1 where id = :id and version = :version\
            """)
                .param("end", end)
                .param("id", chain.id())
                .param("version", chain.version())
                .update();
        if (rows == 0) throw new OptimisticLockingFailureException("Chain " + chain.id());
        stale.add(List.of(chain.keeper()));
    }

    private void endAll(String table, Chain chain, LocalDate on) {
        jdbc.sql("update " + table + " set valid_to = :on where chain_id = :chain and valid_to = :open")
                .param("on", on)
                .param("chain", chain.id())
                .param("open", OPEN)
                .update();
    }

    private void insertState(long chain, String name, @Nullable Long leader, Said said) {
        said.to(jdbc.sql("""
            insert into chain_state (chain_id, valid_from, valid_to, name, leader_id, subject, at)
            values (:chain, :on, :open, :name, :leader, :subject, :at)\
            """).param("chain", chain).param("name", name).param("leader", leader))
                .update();
    }

    private void insertLink(long chain, long unit, Said said) {
        said.to(jdbc.sql("""
            insert into chain_link (chain_id, register_id, valid_from, valid_to, subject, at)
            values (:chain, :unit, :on, :open, :subject, :at)\
            """).param("chain", chain).param("unit", unit)).update();
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
