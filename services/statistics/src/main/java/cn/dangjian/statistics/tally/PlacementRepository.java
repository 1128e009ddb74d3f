package cn.dangjian.statistics.tally;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.statistics.tally.CellChanges.Cell;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
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

    /** One row for each level that can be above a unit. */
    private static final String LEVELS = """
        (select 1 k union all select 2 union all select 3 union all select 4 union all select 5 union all select 6
         union all select 7 union all select 8 union all select 9 union all select 10 union all select 11) level_above\
        """;

    private static final String SUMS = """
        sum(f.addressed) addressed, sum(f.delivered) delivered, sum(f.failed) failed, sum(f.signed) signed,
        sum(f.submitted) submitted, sum(f.returned) returned, sum(f.approved) approved\
        """;

    private static final String MOVED = """
        f.unit in (:units) and (f.counted_path is null
          or (f.counted_path <> u.path and (d.deadline is null or d.deadline > :since)))\
        """;

    private final JdbcClient jdbc;

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
    Map<Long, String> listPaths(Collection<Long> units) {
        var paths = new HashMap<Long, String>();
        jdbc.sql("select id, path from unit where id in (:units)")
                .param("units", units)
                .query(row -> {
                    paths.put(row.getLong("id"), row.getString("path"));
                });
        return paths;
    }

    /**
     * What leaves the cells above the old places of these units and what comes to those above the new ones. The joins are
     * straight: it begins with the facts of these units, however many other facts a dispatch has.
     */
    @Unscoped("moves what is counted, whoever may see it")
    CellChanges listMoves(Collection<Long> units, Instant since) {
        var changes = new CellChanges();
        jdbc.sql("""
            select f.dispatch, left(f.counted_path, k * :segment) path, -1 sign, %s
              from fact f straight_join unit u on u.id = f.unit straight_join dispatch d on d.id = f.dispatch
              join %s on k < length(f.counted_path) div :segment
             where %s group by 1, 2
            union all
            select f.dispatch, left(u.path, k * :segment) path, 1 sign, %s
              from fact f straight_join unit u on u.id = f.unit straight_join dispatch d on d.id = f.dispatch
              join %s on k < length(u.path) div :segment
             where %s group by 1, 2\
            """.formatted(SUMS, LEVELS, MOVED, SUMS, LEVELS, MOVED))
                .param("segment", TreePath.SEGMENT)
                .param("units", units)
                .param("since", utc(since))
                .query((RowCallbackHandler) row -> addTo(changes, row));
        return changes;
    }

    /** Writes the new places of the same facts. */
    void move(Collection<Long> units, Instant since) {
        jdbc.sql("""
            update fact f straight_join unit u on u.id = f.unit straight_join dispatch d on d.id = f.dispatch
               set f.counted_path = u.path
             where %s\
            """.formatted(MOVED))
                .param("segment", TreePath.SEGMENT)
                .param("units", units)
                .param("since", utc(since))
                .update();
    }

    /** Puts each fact of a dispatch where its unit is now. */
    void moveAll(long dispatch) {
        jdbc.sql("""
            update fact f straight_join unit u on u.id = f.unit
               set f.counted_path = u.path
             where f.dispatch = :dispatch and (f.counted_path is null or f.counted_path <> u.path)\
            """)
                .param("segment", TreePath.SEGMENT)
                .param("dispatch", dispatch)
                .update();
    }

    /** By how much the sums of the facts differ from the cells. */
    @Unscoped("recounts everything, for the administrator")
    CellChanges listDifferences(long dispatch) {
        var changes = new CellChanges();
        jdbc.sql("""
            select f.dispatch, left(f.counted_path, k * :segment) path, 1 sign, %s
              from fact f join %s on k < length(f.counted_path) div :segment
             where f.dispatch = :dispatch group by 1, 2
            union all
            select f.dispatch, f.path, -1 sign, %s from cell f where f.dispatch = :dispatch group by 1, 2\
            """.formatted(SUMS, LEVELS, SUMS))
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
                row.getLong("approved"));
        var change = row.getInt("sign") < 0 ? Figures.NONE.minus(sums) : sums;
        changes.add(new Cell(row.getLong("dispatch"), row.getString("path")), change);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
