package cn.dangjian.statistics.tally;

import cn.dangjian.platform.directory.Unscoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FactRepository {

    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    FactRepository(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** The facts that exist, by unit. */
    @Unscoped("counts what happened, for everybody")
    Map<Long, Fact> list(long dispatch, Collection<Long> units) {
        var facts = new HashMap<Long, Fact>();
        jdbc.sql("""
            select dispatch, unit, assignment, version, state, addressed, delivery, reason, counted_path
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
                assignment == 0 ? null : assignment,
                row.getLong("version"),
                Fact.State.valueOf(row.getString("state")),
                row.getBoolean("addressed"),
                Fact.Delivery.valueOf(row.getString("delivery")),
                row.getString("reason"),
                row.getString("counted_path"));
    }

    void save(Collection<Fact> facts) {
        template.batchUpdate("""
            insert into fact (dispatch, unit, assignment, version, state, addressed, delivery, reason,
                counted_path)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on duplicate key update assignment = values(assignment), version = values(version),
                state = values(state), addressed = values(addressed), delivery = values(delivery),
                reason = values(reason), counted_path = values(counted_path)\
            """, facts, BATCH, (statement, fact) -> {
            statement.setLong(1, fact.dispatch());
            statement.setLong(2, fact.unit());
            statement.setObject(3, fact.assignment(), Types.BIGINT);
            statement.setLong(4, fact.version());
            statement.setString(5, fact.state().name());
            statement.setBoolean(6, fact.addressed());
            statement.setString(7, fact.delivery().name());
            statement.setString(8, fact.reason());
            statement.setString(9, fact.countedPath());
        });
    }
}
