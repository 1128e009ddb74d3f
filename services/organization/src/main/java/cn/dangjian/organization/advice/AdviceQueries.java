package cn.dangjian.organization.advice;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The facts about Party units that rules of formation speak of.
 *
 * <p>Plans at 92,000 units and 60,000 counts (MariaDB 11.4): {@code unit_path} in its order, counts by primary key,
 * those below by {@code unit_parent}.
 */
@Repository
class AdviceQueries {

    private final JdbcClient jdbc;

    AdviceQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Villages and branches that exist, in the order of the tree, with their members and those directly below. Groups
     * are left out: who belongs to one belongs to its branch.
     */
    List<UnitFacts> list(Scope scope, int limit) {
        return jdbc.sql("""
            select u.id, u.name, u.kind, u.path, m.unit_id counted, m.full_members, m.probationary, m.retired,
                   case when u.kind in ('BRANCH', 'JOINT_BRANCH') then 0 else
                   (select sum(c.full_members + c.probationary) from unit d join member_count c on c.unit_id = d.id
                     where d.parent_id = u.id and d.valid_to is null and d.tier = 'BRANCH') end below,
                   case when u.kind in ('BRANCH', 'JOINT_BRANCH') then 0 else
                   (select sum(c.retired) from unit d join member_count c on c.unit_id = d.id
                     where d.parent_id = u.id and d.valid_to is null and d.tier = 'BRANCH') end retired_below
              from unit u left join member_count m on m.unit_id = u.id
             where u.path between :from and :to and u.tier in ('VILLAGE', 'BRANCH') and u.valid_to is null
             order by u.path limit :limit\
            """)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("limit", limit)
                .query(AdviceQueries::facts)
                .list();
    }

    /** A unit under which advice is counted. */
    record Part(long id, String name, String path) {}

    /** The units directly below one. */
    List<Part> listParts(Unit unit, Scope scope) {
        return jdbc.sql("""
            select id, name, path from unit
             where parent_id = :id and path between :from and :to and valid_to is null order by path\
            """)
                .param("id", unit.id().value())
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Part.class)
                .list();
    }

    private static UnitFacts facts(ResultSet row, int number) throws SQLException {
        return new UnitFacts(
                row.getLong("id"),
                row.getString("name"),
                row.getString("kind"),
                row.getString("path"),
                row.getLong("counted") > 0,
                row.getInt("full_members"),
                row.getInt("probationary"),
                row.getInt("retired"),
                row.getInt("below"),
                row.getInt("retired_below"),
                0,
                0,
                0);
    }
}
