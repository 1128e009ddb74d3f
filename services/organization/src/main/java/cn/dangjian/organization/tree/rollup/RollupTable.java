package cn.dangjian.organization.tree.rollup;

import cn.dangjian.organization.tree.rollup.Counter.Own;
import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code rollup_own} and {@code rollup_total}; written only under the lock of the tree. */
@Repository
@Unscoped("figures of units that were found within the scope, or of all when they are counted anew")
class RollupTable {

    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    RollupTable(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    record Place(long unit, String path) {}

    /** A row that is to be written; 0 takes it away. */
    record Kept(long unit, String figure, int units, String path) {}

    /** What is kept of a figure under a path. */
    record Sum(String path, String figure, int units) {}

    /** What was added under a path that the unit has no more. */
    record Moved(String figure, int units, String from, String to) {}

    /** One cell of the totals. */
    record Cell(long unit, String figure) {}

    /** What is kept of figures that begin with a prefix, at each of these units itself. */
    List<Own> listOwn(String prefix, Collection<Long> units) {
        if (units.isEmpty()) return List.of();
        return jdbc.sql("""
            select unit_id, figure, units from rollup_own
             where unit_id in (:units) and figure >= :prefix and figure < concat(:prefix, '~')\
            """)
                .param("units", units)
                .param("prefix", prefix)
                .query((row, number) -> new Own(row.getLong(1), row.getString(2), row.getInt(3)))
                .list();
    }

    /** The totals of a unit and of those directly below it. */
    List<Own> listTotals(String prefix, long unit) {
        return jdbc.sql("""
            select t.unit_id, t.figure, t.units
              from (select id from unit where id = :unit union all select id from unit where parent_id = :unit) u
              join rollup_total t on t.unit_id = u.id
             where t.figure >= :prefix and t.figure < concat(:prefix, '~') and t.units <> 0\
            """)
                .param("unit", unit)
                .param("prefix", prefix)
                .query((row, number) -> new Own(row.getLong(1), row.getString(2), row.getInt(3)))
                .list();
    }

    /** The first units of a scope at which one of some figures is counted, in the order of the tree. */
    List<Place> listPlaces(List<String> figures, Scope scope, int limit) {
        if (figures.isEmpty()) return List.of();
        if (scope.by() == Hierarchy.LINE) return listPlacesInLine(figures, scope, limit);
        var parts = new ArrayList<String>();
        for (int i = 0; i < figures.size(); i++) {
            parts.add("(select path, unit_id from rollup_own where figure = :figure" + i
                    + " and path between :from and :to order by path limit :limit)");
        }
        var query = jdbc.sql("select distinct path, unit_id from (" + String.join(" union all ", parts)
                        + ") t order by path limit :limit")
                .param("from", scope.from())
                .param("to", scope.to())
                .param("limit", limit);
        for (int i = 0; i < figures.size(); i++) query = query.param("figure" + i, figures.get(i));
        return query.query((row, number) -> new Place(row.getLong(2), row.getString(1)))
                .list();
    }

    private List<Place> listPlacesInLine(List<String> figures, Scope line, int limit) {
        return jdbc.sql("""
            select distinct u.line_path, u.id
              from unit u straight_join rollup_own o on o.unit_id = u.id and o.figure in (:figures)
             where u.line_path between :from and :to order by u.line_path limit :limit\
            """)
                .param("figures", figures)
                .param("from", line.from())
                .param("to", line.to())
                .param("limit", limit)
                .query((row, number) -> new Place(row.getLong(2), row.getString(1)))
                .list();
    }

    /** What is kept at units of a line, added up under the paths of the units directly below one. */
    List<Sum> listSums(String prefix, Scope line, int length) {
        return jdbc.sql("""
            select left(u.line_path, :length), o.figure, sum(o.units)
              from unit u
              straight_join rollup_own o on o.unit_id = u.id and o.figure >= :prefix and o.figure < concat(:prefix, '~')
             where u.line_path between :from and :to group by 1, 2\
            """)
                .param("length", length)
                .param("prefix", prefix)
                .param("from", line.from())
                .param("to", line.to())
                .query((row, number) -> new Sum(row.getString(1), row.getString(2), row.getInt(3)))
                .list();
    }

    /** The first units of a scope, whatever is counted there. */
    List<Place> listUnits(Scope scope, int limit) {
        return jdbc.sql("select id, %1$s from unit where %1$s between :from and :to order by %1$s limit :limit"
                        .formatted(scope.column()))
                .param("from", scope.from())
                .param("to", scope.to())
                .param("limit", limit)
                .query((row, number) -> new Place(row.getLong(1), row.getString(2)))
                .list();
    }

    List<Place> listPlaces(Collection<Long> units) {
        if (units.isEmpty()) return List.of();
        return jdbc.sql("select id, path from unit where id in (:units)")
                .param("units", units)
                .query((row, number) -> new Place(row.getLong(1), row.getString(2)))
                .list();
    }

    /** Those of some units that stand in a line, with their paths there. */
    List<Place> listPlaces(Collection<Long> units, Scope line) {
        if (units.isEmpty()) return List.of();
        return jdbc.sql("select id, line_path from unit where id in (:units) and line_path between :from and :to")
                .param("units", units)
                .param("from", line.from())
                .param("to", line.to())
                .query((row, number) -> new Place(row.getLong(1), row.getString(2)))
                .list();
    }

    List<Moved> listMoved(Collection<Long> units) {
        return jdbc.sql("""
            select o.figure, o.units, o.path, u.path from rollup_own o join unit u on u.id = o.unit_id
             where o.unit_id in (:units) and o.path <> u.path\
            """)
                .param("units", units)
                .query((row, number) -> new Moved(row.getString(1), row.getInt(2), row.getString(3), row.getString(4)))
                .list();
    }

    void move(Collection<Long> units) {
        jdbc.sql("""
            update rollup_own o join unit u on u.id = o.unit_id set o.path = u.path
             where o.unit_id in (:units) and o.path <> u.path\
            """).param("units", units).update();
    }

    void save(List<Kept> rows) {
        template.batchUpdate(
                "insert into rollup_own (unit_id, figure, units, path) values (?, ?, ?, ?)"
                        + " on duplicate key update units = values(units)",
                rows.stream().filter(row -> row.units() != 0).toList(),
                BATCH,
                (statement, row) -> {
                    statement.setLong(1, row.unit());
                    statement.setString(2, row.figure());
                    statement.setInt(3, row.units());
                    statement.setString(4, row.path());
                });
        template.batchUpdate(
                "delete from rollup_own where unit_id = ? and figure = ?",
                rows.stream().filter(row -> row.units() == 0).toList(),
                BATCH,
                (statement, row) -> {
                    statement.setLong(1, row.unit());
                    statement.setString(2, row.figure());
                });
    }

    /** Adds to the totals: one write for each cell. */
    void add(Map<Cell, Integer> changes) {
        template.batchUpdate(
                "insert into rollup_total (unit_id, figure, units) values (?, ?, ?)"
                        + " on duplicate key update units = units + values(units)",
                changes.entrySet().stream()
                        .filter(change -> change.getValue() != 0)
                        .toList(),
                BATCH,
                (statement, change) -> {
                    statement.setLong(1, change.getKey().unit());
                    statement.setString(2, change.getKey().figure());
                    statement.setInt(3, change.getValue());
                });
    }

    void deleteAll() {
        jdbc.sql("delete from rollup_own").update();
        jdbc.sql("delete from rollup_total").update();
    }
}
