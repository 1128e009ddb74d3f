package cn.dangjian.statistics.tally;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.statistics.place.Place;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class FactRepository {

    private static final int BATCH = 1000;
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final JsonMapper json;

    FactRepository(JdbcClient jdbc, JdbcTemplate template, JsonMapper json) {
        this.jdbc = jdbc;
        this.template = template;
        this.json = json;
    }

    /** The facts that exist, by unit. */
    @Unscoped("counts what happened, for everybody")
    Map<Long, Fact> list(long dispatch, Collection<Long> units) {
        var facts = new HashMap<Long, Fact>();
        jdbc.sql("""
            select dispatch, unit, holder, assignment, version, state, due_at, addressed, delivery, reason, counted_path,
                   counted_line
              from fact where dispatch = :dispatch and unit in (:units)\
            """).param("dispatch", dispatch).param("units", units).query(row -> {
            facts.put(row.getLong("unit"), read(row));
        });
        return facts;
    }

    private static Fact read(ResultSet row) throws SQLException {
        long assignment = row.getLong("assignment");
        return new Fact(
                row.getLong("dispatch"),
                row.getLong("unit"),
                row.getObject("holder", Long.class),
                assignment == 0 ? null : assignment,
                row.getLong("version"),
                Fact.State.valueOf(row.getString("state")),
                dueAt(row),
                row.getBoolean("addressed"),
                Fact.Delivery.valueOf(row.getString("delivery")),
                row.getString("reason"),
                place(row));
    }

    private static @Nullable Instant dueAt(ResultSet row) throws SQLException {
        var time = row.getObject("due_at", LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    private static @Nullable LocalDateTime dueAt(Fact fact) {
        var time = fact.dueAt();
        return time == null ? null : LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    private static @Nullable Place place(ResultSet row) throws SQLException {
        String path = row.getString("counted_path");
        return path == null ? null : new Place(path, row.getString("counted_line"));
    }

    /**
     * Facts that are not there yet; whoever counts for their dispatches holds those alone. One document instead of ten
     * parameters a row: a province-wide dispatch inserts tens of thousands at once.
     */
    void insert(Collection<Fact> facts) {
        if (facts.isEmpty()) return;
        jdbc.sql("""
            insert into fact (dispatch, unit, holder, assignment, version, state, due_at, addressed, delivery, reason,
                              counted_path, counted_line)
            select f.dispatch, f.unit, f.holder, f.assignment, f.version, f.state, f.due_at, f.addressed, f.delivery, f.reason,
                   f.path, f.line
              from json_table(:facts, '$[*]' columns (
                       dispatch bigint path '$[0]', unit bigint path '$[1]', assignment bigint path '$[2]',
                       version bigint path '$[3]', state varchar(16) path '$[4]', addressed int path '$[5]',
                       delivery varchar(16) path '$[6]', reason varchar(200) path '$[7]',
                       path varchar(64) path '$[8]', line varchar(96) path '$[9]', holder bigint path '$[10]',
                       due_at varchar(26) path '$[11]')) f\
            """)
                .param(
                        "facts",
                        json.writeValueAsString(
                                facts.stream().map(FactRepository::row).toList()))
                .update();
    }

    private static @Nullable Object[] row(Fact fact) {
        var place = fact.counted();
        return new @Nullable Object[] {
            fact.dispatch(),
            fact.unit(),
            fact.assignment(),
            fact.version(),
            fact.state(),
            fact.addressed() ? 1 : 0,
            fact.delivery(),
            fact.reason(),
            place == null ? null : place.path(),
            place == null ? null : place.line(),
            fact.holder(),
            fact.dueAt() == null ? null : SECONDS.format(fact.dueAt())
        };
    }

    void save(Collection<Fact> facts) {
        template.batchUpdate("""
            insert into fact (dispatch, unit, holder, assignment, version, state, due_at, addressed, delivery, reason,
                              counted_path, counted_line)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on duplicate key update holder = values(holder), assignment = values(assignment), version = values(version),
                state = values(state), due_at = values(due_at), addressed = values(addressed), delivery = values(delivery),
                reason = values(reason), counted_path = values(counted_path),
                counted_line = values(counted_line)\
            """, facts, BATCH, FactRepository::fill);
    }

    /** Facts about which nothing else has changed. */
    void saveDelivered(long dispatch, Collection<Long> units) {
        if (units.isEmpty()) return;
        jdbc.sql("""
            update fact set delivery = 'DELIVERED', reason = null where dispatch = :dispatch and unit in (:units)\
            """).param("dispatch", dispatch).param("units", units).update();
    }

    private static void fill(PreparedStatement statement, Fact fact) throws SQLException {
        statement.setLong(1, fact.dispatch());
        statement.setLong(2, fact.unit());
        statement.setObject(3, fact.holder(), Types.BIGINT);
        statement.setObject(4, fact.assignment(), Types.BIGINT);
        statement.setLong(5, fact.version());
        statement.setString(6, fact.state().name());
        statement.setObject(7, dueAt(fact), Types.TIMESTAMP);
        statement.setBoolean(8, fact.addressed());
        statement.setString(9, fact.delivery().name());
        statement.setString(10, fact.reason());
        var place = fact.counted();
        statement.setString(11, place == null ? null : place.path());
        statement.setString(12, place == null ? null : place.line());
    }
}
