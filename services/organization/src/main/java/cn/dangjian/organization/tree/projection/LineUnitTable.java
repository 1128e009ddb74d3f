package cn.dangjian.organization.tree.projection;

import cn.dangjian.organization.tree.period.Paths;
import cn.dangjian.organization.tree.rule.Kinds;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.rows.Records;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Other rooms ask here by which units the figures of a line (条) are shown: by the committees directly below one, and by
 * those units directly below it that have something to show. A committee may supervise thousands of branches.
 *
 * <p>Plan at 150,000 units, 50,000 of them in the line (MariaDB 11.4): the range of {@code unit_line_path}, or the table
 * from end to end; the slowest figures of such a line (advice) take 0.9 s.
 */
@Repository
public class LineUnitTable {

    private final JdbcClient jdbc;
    private final Kinds kinds;

    LineUnitTable(JdbcClient jdbc, Kinds kinds) {
        this.jdbc = jdbc;
        this.kinds = kinds;
    }

    /** @param path in the line */
    public record Part(UnitId id, String name, String path) {}

    private record Row(long id, String name, String kind, String path, boolean abolished) {

        Part part() {
            return new Part(new UnitId(id), name, path);
        }
    }

    /**
     * Those directly below a unit, in the order of the line.
     *
     * @param line a scope in which the unit has been found
     * @param shown whether there is something to show of one that is no committee, or that was abolished
     */
    public List<Part> listBelow(Unit unit, Scope line, Predicate<Part> shown) {
        var below = line.below(unit);
        return jdbc
                .sql("""
                    select id, name, kind, line_path path, valid_to is not null abolished from unit
                     where line_path between :from and :to and length(line_path) = :length order by line_path\
                    """)
                .param("from", below.from())
                .param("to", below.to())
                .param("length", Paths.below(line.path(unit), 0).length())
                .query(Records.of(Row.class))
                .list()
                .stream()
                .filter(row -> (kinds.isLine(row.kind()) && !row.abolished()) || shown.test(row.part()))
                .map(Row::part)
                .toList();
    }
}
