package cn.dangjian.organization.people.term;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Tables {@code team_session} and {@code team_term_change}. */
@Repository
class SessionRepository {

    private static final String SESSION = """
        select s.id, s.unit_id, s.number, s.started_on, s.term_years, s.due_on, s.ended_on, s.document, s.version
          from team_session s join unit u on u.id = s.unit_id and u.%s between :from and :to\
        """;

    private final JdbcClient jdbc;

    SessionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Lets one transaction at a time change a unit's team. Take it as the first statement of
     * the transaction, so that what is read afterwards is what the one before has committed.
     */
    void lock(UnitId unit) {
        jdbc.sql("select id from unit where id = :unit for update")
                .param("unit", unit.value())
                .query(Long.class)
                .optional();
    }

    Optional<Session> find(long id, Scope scope) {
        return in(SESSION + " where s.id = :id", scope)
                .param("id", id)
                .query(Session.class)
                .optional();
    }

    /** The unit's terms, the newest first. */
    List<Session> list(UnitId unit, Scope scope) {
        return in(SESSION + " where s.unit_id = :unit order by s.number desc", scope)
                .param("unit", unit.value())
                .query(Session.class)
                .list();
    }

    /** The terms of some units that serve on a day. */
    List<Session> listServing(Collection<Long> units, LocalDate day, Scope scope) {
        if (units.isEmpty()) return List.of();
        return in(SESSION + """
             where s.unit_id in (:units) and s.started_on <= :day and (s.ended_on is null or s.ended_on > :day)\
            """, scope)
                .param("units", units)
                .param("day", day)
                .query(Session.class)
                .list();
    }

    long insert(Session session) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into team_session (unit_id, number, started_on, term_years, due_on, document, version)
            values (:unit, :number, :started, :years, :due, :document, 1)\
            """)
                .param("unit", session.unitId().value())
                .param("number", session.number())
                .param("started", session.startedOn())
                .param("years", session.termYears())
                .param("due", session.dueOn())
                .param("document", session.document())
                .update(keys);
        return Objects.requireNonNull(keys.getKey()).longValue();
    }

    void end(Session session, LocalDate on) {
        int rows = jdbc.sql("""
            update team_session set ended_on = :on, version = version + 1 where id = :id and version = :version\
            """)
                .param("on", on)
                .param("id", session.id())
                .param("version", session.version())
                .update();
        if (rows == 0) throw new OptimisticLockingFailureException("Term " + session.id());
    }

    /** Writes down who approved which other day, and makes it the due day. */
    void shift(Session session, LocalDate dueOn, String document, String subject, Instant at) {
        int rows = jdbc.sql("""
            update team_session set due_on = :due, version = version + 1 where id = :id and version = :version\
            """)
                .param("due", dueOn)
                .param("id", session.id())
                .param("version", session.version())
                .update();
        if (rows == 0) throw new OptimisticLockingFailureException("Term " + session.id());
        jdbc.sql("""
            insert into team_term_change (session_id, due_before, due_on, document, subject, at)
            values (:session, :before, :due, :document, :subject, :at)\
            """)
                .param("session", session.id())
                .param("before", session.dueOn())
                .param("due", dueOn)
                .param("document", document)
                .param("subject", subject)
                .param("at", LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    private JdbcClient.StatementSpec in(String sql, Scope scope) {
        return jdbc.sql(sql.formatted(scope.column()))
                .param("from", scope.from())
                .param("to", scope.to());
    }
}
