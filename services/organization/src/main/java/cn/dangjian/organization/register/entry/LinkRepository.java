package cn.dangjian.organization.register.entry;

import static cn.dangjian.organization.register.entry.RegisterRepository.OPEN;

import cn.dangjian.organization.register.entry.CoverUnit.CoverRequest;
import cn.dangjian.organization.tree.rollup.StaleTable;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code register_link}: which Party unit stands for which register unit, from when to when. */
@Repository
class LinkRepository {

    private final Rows rows;
    private final StaleTable stale;

    LinkRepository(Rows rows, StaleTable stale) {
        this.rows = rows;
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
        return rows.unscoped("""
            select * from register_link where register_id = :id and role = :role order by valid_from desc, id desc limit 1\
            """).with("id", unit.id()).with("role", role).find(LinkRepository::link);
    }

    void insert(RegisteredUnit unit, CoverRequest cover, Desk desk) {
        rows.sql("""
            insert into register_link (register_id, role, party_unit_id, founding, valid_from, valid_to, subject, at)
            values (:id, :role, :partyUnitId, :founding, :on, :open, :subject, :at)\
            """)
                .with("id", unit.id())
                .with(cover)
                .with("open", OPEN)
                .by(desk)
                .update();
        tell(unit);
    }

    /** Ends what holds in a role. */
    void end(RegisteredUnit unit, Role role, LocalDate on) {
        tell(unit);
        rows.sql("""
            update register_link set valid_to = :on where register_id = :id and role = :role and valid_to = :open\
            """)
                .with("on", on)
                .with("id", unit.id())
                .with("role", role)
                .with("open", OPEN)
                .update();
    }

    /** At the unit's place, and at the Party units that stand for it, something else is counted. */
    @Unscoped("says where to count again")
    private void tell(RegisteredUnit unit) {
        stale.add(List.of(unit.facts().place()));
        stale.add(rows.unscoped("select party_unit_id from register_link where register_id = :id and valid_to = :open")
                .with("id", unit.id())
                .with("open", OPEN)
                .list(Long.class));
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
