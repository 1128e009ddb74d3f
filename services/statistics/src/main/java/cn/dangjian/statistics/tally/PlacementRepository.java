package cn.dangjian.statistics.tally;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.statistics.place.Place;
import cn.dangjian.statistics.place.TreePath;
import cn.dangjian.statistics.tally.CellChanges.Cell;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Where facts are counted. Transactions that count facts share the row of {@code placing}, those that move facts hold it
 * alone: a unit that moves while its first fact is being counted would otherwise be counted where it no longer is.
 */
@Repository
class PlacementRepository {

    /** One row for each level that can be above a unit, in the territory or in a line. */
    private static final String LEVELS = """
        (with recursive l (k) as (select 1 union all select k + 1 from l where k < 18) select k from l) level_above\
        """;

    private static final String SUMS = """
        sum(f.addressed) addressed, sum(f.delivered) delivered, sum(f.failed) failed, sum(f.signed) signed,
        sum(f.submitted) submitted, sum(f.returned) returned, sum(f.approved) approved,
        sum(f.merged) merged, sum(f.closed) closed, sum(f.withdrawn) withdrawn\
        """;

    /** Facts of units, and those that they have of others. */
    private static final List<Had> HAD = List.of(new Had("f.unit", "f.holder is null"), new Had("f.holder", "true"));

    private final JdbcClient jdbc;

    /** @param unit the column that says whose a fact is */
    private record Had(String unit, String which) {

        String facts() {
            return "fact f straight_join unit u on u.id = %s straight_join dispatch d on d.id = f.dispatch"
                    .formatted(unit);
        }

        String moved() {
            return """
                %s in (:units) and %s and (f.counted_path is null
                  or (not (f.counted_path = u.path and f.counted_line <=> u.line_path)
                      and (d.deadline is null or d.deadline > :since)))\
                """.formatted(unit, which);
        }
    }

    PlacementRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void share() {
        jdbc.sql("select id from placing where id = 1 lock in share mode")
                .query(Integer.class)
                .single();
    }

    void hold() {
        jdbc.sql("select id from placing where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    /** Where units are now, as far as they are known; whole units would cost more than counting them. */
    @Unscoped("counts what happened, for everybody")
    Map<Long, Place> listPlaces(Collection<Long> units) {
        var places = new HashMap<Long, Place>();
        jdbc.sql("select id, path, line_path from unit where id in (:units)")
                .param("units", units)
                .query(row -> {
                    places.put(row.getLong("id"), new Place(row.getString("path"), row.getString("line_path")));
                });
        return places;
    }

    /**
     * What leaves the cells above the old places of these units and what comes to those above the new ones. The joins are
     * straight: it begins with the facts of these units, however many other facts a dispatch has.
     */
    @Unscoped("moves what is counted, whoever may see it")
    CellChanges listMoves(Collection<Long> units, Instant since) {
        var changes = new CellChanges();
        for (var had : HAD) addMoves(changes, had, units, since);
        return changes;
    }

    @Unscoped("moves what is counted, whoever may see it")
    private void addMoves(CellChanges changes, Had had, Collection<Long> units, Instant since) {
        jdbc.sql(String.join(
                        " union all ",
                        above("f.counted_path", -1, had.facts(), had.moved()),
                        above("f.counted_line", -1, had.facts(), had.moved()),
                        above("u.path", 1, had.facts(), had.moved()),
                        above("u.line_path", 1, had.facts(), had.moved())))
                .param("segment", TreePath.SEGMENT)
                .param("units", units)
                .param("since", utc(since))
                .query((RowCallbackHandler) row -> addTo(changes, row));
    }

    /** Sums by the cells above a place; a line's paths have one character more. */
    private static String above(String path, int sign, String facts, String which) {
        return """
            select f.dispatch, left(%1$s, k * :segment + length(%1$s) %% :segment) path, %2$d sign, %3$s
              from %4$s join %5$s on k < length(%1$s) div :segment
             where %6$s group by 1, 2\
            """.formatted(path, sign, SUMS, facts, LEVELS, which);
    }

    /** Writes the new places of the same facts. */
    void move(Collection<Long> units, Instant since) {
        for (var had : HAD)
            jdbc.sql("update %s set f.counted_path = u.path, f.counted_line = u.line_path where %s"
                            .formatted(had.facts(), had.moved()))
                    .param("segment", TreePath.SEGMENT)
                    .param("units", units)
                    .param("since", utc(since))
                    .update();
    }

    /** Puts each fact of a dispatch where its unit is now. */
    void moveAll(long dispatch) {
        jdbc.sql("""
            update fact f straight_join unit u on u.id = coalesce(f.holder, f.unit)
               set f.counted_path = u.path, f.counted_line = u.line_path
             where f.dispatch = :dispatch and not (f.counted_path <=> u.path and f.counted_line <=> u.line_path)\
            """)
                .param("segment", TreePath.SEGMENT)
                .param("dispatch", dispatch)
                .update();
    }

    /** By how much the sums of the facts differ from the cells. */
    @Unscoped("recounts everything, for the administrator")
    CellChanges listDifferences(long dispatch) {
        var changes = new CellChanges();
        jdbc.sql(String.join(
                        " union all ",
                        above("f.counted_path", 1, "fact f", "f.dispatch = :dispatch"),
                        above("f.counted_line", 1, "fact f", "f.dispatch = :dispatch"),
                        "select f.dispatch, f.path, -1 sign, %s from cell f where f.dispatch = :dispatch group by 1, 2"
                                .formatted(SUMS)))
                .param("segment", TreePath.SEGMENT)
                .param("dispatch", dispatch)
                .query((RowCallbackHandler) row -> addTo(changes, row));
        return changes;
    }

    private static void addTo(CellChanges changes, ResultSet row) throws SQLException {
        var sums = new Figures(
                row.getLong("addressed"),
                row.getLong("delivered"),
                row.getLong("failed"),
                row.getLong("signed"),
                row.getLong("submitted"),
                row.getLong("returned"),
                row.getLong("approved"),
                row.getLong("merged"),
                row.getLong("closed"),
                row.getLong("withdrawn"));
        var change = row.getInt("sign") < 0 ? Figures.NONE.minus(sums) : sums;
        changes.add(new Cell(row.getLong("dispatch"), row.getString("path")), change);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
