package cn.dangjian.organization.register.entry;

import static cn.dangjian.organization.register.entry.RegisterRepository.OPEN;

import cn.dangjian.organization.register.entry.RegisterRepository.Said;
import cn.dangjian.organization.tree.rollup.StaleTable;
import cn.dangjian.platform.directory.Unscoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code register_link}: which Party unit stands for which register unit, from when to when. */
@Repository
class LinkRepository {

    private final JdbcClient jdbc;
    private final StaleTable stale;

    LinkRepository(JdbcClient jdbc, StaleTable stale) {
        this.jdbc = jdbc;
        this.stale = stale;
    }

    /** What a Party unit is to a register unit. */
    enum Role {
        /** 覆盖: its Party organisation. */
        COVER,
        /** 离退休党支部: where its retired members belong. */
        RETIREE,
        /** 归口: the committee of a line (条) that looks after Party work in it, covered or not. */
        LINE
    }

    /** @param ended null while it holds */
    record Link(
            long id,
            long partyUnit,
            @Nullable String founding,
            LocalDate since,
            @Nullable LocalDate ended) {

        /** The first day on which something else may hold. */
        LocalDate earliestNext() {
            return ended == null ? since : ended;
        }
    }

    /** The last link of a role, whether it holds or has ended. */
    @Unscoped("for a register unit that was found within the scope before")
    Optional<Link> findLast(RegisteredUnit unit, Role role) {
        return jdbc.sql("""
            select * from register_link where register_id = :id and role = :role order by valid_from desc, id desc limit 1\
            """)
                .param("id", unit.id())
                .param("role", role.name())
                .query(LinkRepository::link)
                .optional();
    }

    void insert(RegisteredUnit unit, Role role, long partyUnit, @Nullable String founding, LocalDate on, Said said) {
        jdbc.sql("""
            insert into register_link (register_id, role, party_unit_id, founding, valid_from, valid_to, subject, at)
            values (:id, :role, :party, :founding, :on, :open, :subject, :at)\
            """)
                .param("id", unit.id())
                .param("role", role.name())
                .param("party", partyUnit)
                .param("founding", founding)
                .param("on", on)
                .param("open", OPEN)
                .param("subject", said.subject())
                .param("at", said.utc())
                .update();
        tell(unit);
    }

    /** Ends what holds in a role. */
    void end(RegisteredUnit unit, Role role, LocalDate on) {
        tell(unit);
        jdbc.sql("""
            update register_link set valid_to = :on where register_id = :id and role = :role and valid_to = :open\
            """)
                .param("on", on)
                .param("id", unit.id())
                .param("role", role.name())
                .param("open", OPEN)
                .update();
    }

    /** At the unit's place, and at the Party units that stand for it, something else is counted. */
    private void tell(RegisteredUnit unit) {
        stale.add(List.of(unit.facts().place()));
        stale.add(jdbc.sql("select party_unit_id from register_link where register_id = :id and valid_to = :open")
                .param("id", unit.id())
                .param("open", OPEN)
                .query(Long.class)
                .list());
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        var end = row.getObject("valid_to", LocalDate.class);
        return new Link(
                row.getLong("id"),
                row.getLong("party_unit_id"),
                row.getString("founding"),
                row.getObject("valid_from", LocalDate.class),
                end.equals(OPEN) ? null : end);
    }
}
