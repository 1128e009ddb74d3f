package cn.dangjian.statistics.figure.kept;

import static java.util.stream.Collectors.toSet;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Records;
import cn.dangjian.statistics.figure.kept.Staircase.Added;
import cn.dangjian.statistics.figure.kept.Staircase.Renewed;
import cn.dangjian.statistics.figure.kept.Staircase.Shortened;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code value_source}, {@code unit_value} and {@code source_heard}: which event said what units have. */
@Repository
@Unscoped("counts what happened, for everybody")
class SourceRepository {

    private static final int BATCH = 1000;

    private static final String VALUES =
            "select source_id, measure, slot, from_month, to_month, unit_id, value from unit_value";

    private static final String INSERT_VALUES = """
        insert into unit_value (source_id, measure, slot, from_month, to_month, unit_id, value)
        values (?, ?, ?, ?, ?, ?, ?)\
        """;

    private static final String WRITE_VALUES = INSERT_VALUES
            + " on duplicate key update to_month = values(to_month), unit_id = values(unit_id), value = values(value)";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    SourceRepository(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** What was said of these things so far. */
    Map<String, Staircase> list(Collection<String> sources) {
        var stairs = new HashMap<String, Staircase>();
        for (var some : chunks(sources)) {
            jdbc.sql("select id, source, month, to_month, version from value_source where source in (:sources)")
                    .param("sources", some)
                    .query(row -> {
                        var known = new Staircase.Row(
                                row.getLong(1),
                                row.getString(2),
                                row.getObject(3, LocalDate.class),
                                row.getObject(4, LocalDate.class),
                                row.getLong(5));
                        stairs.computeIfAbsent(known.source(), source -> new Staircase())
                                .know(known);
                    });
        }
        return stairs;
    }

    List<ValueRow> listOfSources(Collection<Long> ids) {
        var rows = new ArrayList<ValueRow>();
        for (var some : chunks(ids))
            rows.addAll(jdbc.sql(VALUES + " where source_id in (:ids)")
                    .param("ids", some)
                    .query((row, number) -> value(row))
                    .list());
        return rows;
    }

    List<ValueRow> listOfUnits(Collection<Long> units) {
        var rows = new ArrayList<ValueRow>();
        for (var some : chunks(units))
            rows.addAll(jdbc.sql(VALUES + " where unit_id in (:units)")
                    .param("units", some)
                    .query((row, number) -> value(row))
                    .list());
        return rows;
    }

    void remove(Collection<Long> ids) {
        for (var some : chunks(ids)) {
            jdbc.sql("delete from unit_value where source_id in (:ids)")
                    .param("ids", some)
                    .update();
            jdbc.sql("delete from value_source where id in (:ids)")
                    .param("ids", some)
                    .update();
        }
    }

    /** Ends rows earlier; states that would begin later are no more. */
    void shorten(Collection<Shortened> rows, Collection<ValueRow> gone, Collection<ValueRow> shorter) {
        template.batchUpdate("update value_source set to_month = ? where id = ?", rows, BATCH, (statement, row) -> {
            statement.setObject(1, row.to());
            statement.setLong(2, row.id());
        });
        removeValues(gone);
        template.batchUpdate(
                "update unit_value set to_month = ? where source_id = ? and measure = ? and slot = ? and from_month ="
                        + " ?",
                shorter,
                BATCH,
                (statement, row) -> {
                    statement.setObject(1, row.to());
                    statement.setLong(2, row.source());
                    statement.setString(3, row.measure());
                    statement.setString(4, row.slot());
                    statement.setObject(5, row.from());
                });
    }

    private void removeValues(Collection<ValueRow> rows) {
        template.batchUpdate(
                "delete from unit_value where source_id = ? and measure = ? and slot = ? and from_month = ?",
                rows,
                BATCH,
                (statement, row) -> {
                    statement.setLong(1, row.source());
                    statement.setString(2, row.measure());
                    statement.setString(3, row.slot());
                    statement.setObject(4, row.from());
                });
    }

    /**
     * Lets rows say what is newer.
     *
     * @param gone values of theirs that are others now, or none
     * @param come what they are instead
     */
    void renew(Collection<Renewed> rows, Collection<ValueRow> gone, Collection<ValueRow> come, int round) {
        // named by their numbers, which is one statement for many
        template.batchUpdate("""
            insert into value_source (id, source, month, to_month, unit_id, version, type, event_id, occurred_at, round)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on duplicate key update to_month = values(to_month), unit_id = values(unit_id), version = values(version),
              type = values(type), event_id = values(event_id), occurred_at = values(occurred_at), round = values(round)\
            """, rows, BATCH, (statement, one) -> {
            statement.setLong(1, one.row().id());
            fill(statement, 1, one.told(), one.to(), round);
        });
        var keys = come.stream().map(SourceRepository::keyOf).collect(toSet());
        removeValues(gone.stream().filter(row -> !keys.contains(keyOf(row))).toList());
        writeValues(WRITE_VALUES, come);
    }

    private static List<Object> keyOf(ValueRow row) {
        return List.of(row.source(), row.measure(), row.slot(), row.from());
    }

    private static void fill(PreparedStatement statement, int after, Told told, LocalDate to, int round)
            throws SQLException {
        var event = told.origin().event();
        statement.setString(after + 1, told.source());
        statement.setObject(after + 2, told.month());
        statement.setObject(after + 3, to);
        statement.setLong(after + 4, told.unit());
        statement.setLong(after + 5, told.version());
        statement.setString(after + 6, told.origin().type());
        statement.setString(after + 7, event == null ? null : event.toString());
        statement.setObject(after + 8, utc(told.origin().at()));
        statement.setInt(after + 9, round);
    }

    /** Writes new rows and answers their numbers, each by its thing and month. */
    Map<String, Long> insert(Collection<Added> added, int round) {
        template.batchUpdate("""
            insert into value_source (source, month, to_month, unit_id, version, type, event_id, occurred_at, round)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """, added, BATCH, (statement, one) -> fill(statement, 0, one.told(), one.to(), round));
        var ids = new HashMap<String, Long>();
        for (var some :
                chunks(added.stream().map(one -> one.told().source()).distinct().toList())) {
            jdbc.sql("select id, source, month from value_source where source in (:sources)")
                    .param("sources", some)
                    .query(row -> {
                        ids.put(key(row.getString(2), row.getObject(3, LocalDate.class)), row.getLong(1));
                    });
        }
        return ids;
    }

    static String key(String source, LocalDate month) {
        return source + "@" + month;
    }

    void insertValues(Collection<ValueRow> rows) {
        writeValues(INSERT_VALUES, rows);
    }

    private void writeValues(String sql, Collection<ValueRow> rows) {
        template.batchUpdate(sql, rows, BATCH, (statement, row) -> {
            statement.setLong(1, row.source());
            statement.setString(2, row.measure());
            statement.setString(3, row.slot());
            statement.setObject(4, row.from());
            statement.setObject(5, row.to());
            statement.setLong(6, row.unit());
            statement.setLong(7, row.value());
        });
    }

    /** These were told once more. */
    void mark(Collection<Long> ids, int round) {
        for (var some : chunks(ids))
            jdbc.sql("update value_source set round = :round where id in (:ids)")
                    .param("round", round)
                    .param("ids", some)
                    .update();
    }

    /**
     * Things of a service that hold and were not told in a round.
     *
     * @param since when it is so
     */
    record Untold(long id, String source, LocalDate since, long unit, long version, String type) {}

    List<Untold> listUntold(String service, int round, long after, int most) {
        return jdbc.sql("""
            select id, source, month since, unit_id unit, version, type from value_source
             where id > :after and to_month = :forever and round < :round and type like :types
               and exists (select 1 from unit_value v where v.source_id = value_source.id)
             order by id limit :most\
            """)
                .param("forever", Months.FOREVER)
                .param("round", round)
                .param("types", service + ".%")
                .param("after", after)
                .param("most", most)
                .query(Records.of(Untold.class))
                .list();
    }

    /** Which of these were not told since they were looked up, and hold; by whoever holds the row of those who fold. */
    Set<Long> listStillUntold(Collection<Long> ids, int round) {
        return Set.copyOf(jdbc.sql("""
            select id from value_source where id in (:ids) and round < :round and to_month = :forever\
            """)
                .param("ids", ids)
                .param("round", round)
                .param("forever", Months.FOREVER)
                .query(Long.class)
                .list());
    }

    /** How many things of each service hold, and how many of them were told in a round. */
    List<Rounds.Service> listTold(int round) {
        return jdbc.sql("""
            select substring_index(type, '.', 1) name, count(*) things, cast(sum(round = :round) as signed) again
              from value_source
             where to_month = :forever and exists (select 1 from unit_value v where v.source_id = value_source.id)
             group by substring_index(type, '.', 1) order by name\
            """)
                .param("forever", Months.FOREVER)
                .param("round", round)
                .query(Records.of(Rounds.Service.class))
                .list();
    }

    /** Remembers how far each service was heard. */
    void heard(Map<String, Instant> newest) {
        template.batchUpdate("""
            insert into source_heard (service, occurred_at) values (?, ?)
            on duplicate key update occurred_at = greatest(occurred_at, values(occurred_at))\
            """, newest.entrySet(), BATCH, (statement, one) -> {
            statement.setString(1, one.getKey());
            statement.setObject(2, utc(one.getValue()));
        });
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static ValueRow value(ResultSet row) throws SQLException {
        return new ValueRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                row.getLong(6),
                row.getLong(7));
    }

    private static <T> List<List<T>> chunks(Collection<T> all) {
        var list = List.copyOf(all);
        var chunks = new ArrayList<List<T>>();
        for (int from = 0; from < list.size(); from += BATCH)
            chunks.add(list.subList(from, Math.min(list.size(), from + BATCH)));
        return chunks;
    }
}
