package cn.dangjian.organization.field.advice;

import cn.dangjian.organization.tree.projection.LineUnitTable;
import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/**
 * The facts about Party units that rules of formation speak of.
 *
 * <p>Plans at 92,000 units and 60,000 counts (MariaDB 11.4): units and counts by primary key, those below by
 * {@code unit_parent}.
 */
@Repository
class AdviceQueries {

    private final Rows rows;
    private final LineUnitTable lines;

    AdviceQueries(Rows rows, LineUnitTable lines) {
        this.rows = rows;
        this.lines = lines;
    }

    /**
     * Those of these units that are villages and branches and exist, in the order of the tree, with their own members.
     * Groups are left out: who belongs to one belongs to its branch.
     */
    @Unscoped("for units that were found within the scope, or for sums over all")
    List<UnitFacts> list(Collection<Long> units) {
        if (units.isEmpty()) return List.of();
        return rows.unscoped("""
            select u.id, u.name, u.kind, u.path, m.unit_id counted, m.full_members, m.probationary, m.retired
              from unit u left join member_count m on m.unit_id = u.id
             where u.id in (:units) and u.tier in ('VILLAGE', 'BRANCH') and u.valid_to is null
             order by u.path\
            """).with("units", units).list(AdviceQueries::facts);
    }

    /** Members of all branches below a unit. */
    record Below(long unit, int members, int retired) {}

    /** Of branches that stand under a general branch or a committee, too. */
    @Unscoped("for units that were found within the scope, or for sums over all")
    List<Below> listBelow(Collection<Long> units) {
        if (units.isEmpty()) return List.of();
        return rows.unscoped("""
            with recursive below (top, id) as (
              select d.parent_id, d.id from unit d
               where d.parent_id in (:units) and d.tier = 'BRANCH' and d.valid_to is null
              union all
              select b.top, d.id from below b join unit d on d.parent_id = b.id and d.tier = 'BRANCH'
                                                         and d.valid_to is null
            )
            select b.top, sum(m.full_members + m.probationary), sum(m.retired)
              from below b join member_count m on m.unit_id = b.id group by b.top\
            """)
                .with("units", units)
                .list((row, number) -> new Below(row.getLong(1), row.getInt(2), row.getInt(3)));
    }

    /** A unit under which advice is counted. */
    record Part(long id, String name, String path) {}

    /**
     * The units directly below one, by territory or by line.
     *
     * @param counted those about which, or below which, something is advised
     */
    List<Part> listParts(Unit unit, Scope scope, Collection<Long> counted) {
        if (scope.by() == Hierarchy.LINE) {
            return lines
                    .listBelow(unit, scope, part -> counted.contains(part.id().value()))
                    .stream()
                    .map(part -> new Part(part.id().value(), part.name(), part.path()))
                    .toList();
        }
        return rows.sql("""
            select u.id, u.name, u.path from unit u
             where u.parent_id = :id and {scope u} and u.valid_to is null order by u.path\
            """).in(scope).with("id", unit.id()).list(Part.class);
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
                0,
                0,
                0,
                0,
                0);
    }
}
