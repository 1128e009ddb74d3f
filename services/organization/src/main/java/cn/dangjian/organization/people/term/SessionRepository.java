package cn.dangjian.organization.people.term;

import cn.dangjian.organization.tree.hanging.Departure;
import cn.dangjian.organization.tree.hanging.Hanging;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Tables {@code team_session} and {@code team_term_change}. */
@Repository
class SessionRepository implements Hanging {

    private static final String SESSION = """
        select s.id, s.unit_id, s.number, s.started_on, s.term_years, s.due_on, s.ended_on, s.document, s.version
          from team_session s join unit u on u.id = s.unit_id and {scope u}\
        """;

    private final Rows rows;

    SessionRepository(Rows rows) {
        this.rows = rows;
    }

    /**
     * Lets one transaction at a time change a unit's team. Take it as the first statement of
     * the transaction, so that what is read afterwards is what the one before has committed.
     */
    void lock(UnitId unit) {
        rows.sql("select id from unit where id = :unit for update")
                .with("unit", unit)
                .lock();
    }

    Optional<Session> find(long id, Scope scope) {
        return rows.sql(SESSION + " where s.id = :id").in(scope).with("id", id).find(Session.class);
    }

    /** The unit's terms, the newest first. */
    List<Session> list(UnitId unit, Scope scope) {
        return rows.sql(SESSION + " where s.unit_id = :unit order by s.number desc")
                .in(scope)
                .with("unit", unit)
                .list(Session.class);
    }

    /** The terms of some units that serve on a day. */
    List<Session> listServing(Collection<Long> units, LocalDate day, Scope scope) {
        if (units.isEmpty()) return List.of();
        return rows.sql(SESSION + """
             where s.unit_id in (:units) and s.started_on <= :day and (s.ended_on is null or s.ended_on > :day)\
            """)
                .in(scope)
                .with("units", units)
                .with("day", day)
                .list(Session.class);
    }

    long insert(Session session) {
        return rows.sql("""
            insert into team_session (unit_id, number, started_on, term_years, due_on, document, version)
            values (:unitId, :number, :startedOn, :termYears, :dueOn, :document, 1)\
            """).with(session).insert();
    }

    void end(Session session, LocalDate on) {
        rows.sql("update team_session set ended_on = :on, version = version + 1 where id = :id and version = :version")
                .with(session)
                .with("on", on)
                .updateOne("Term " + session.id());
    }

    /** Writes down who approved which other day, and makes it the due day. */
    void shift(Session session, LocalDate dueOn, String document, Desk desk) {
        rows.sql("update team_session set due_on = :due, version = version + 1 where id = :id and version = :version")
                .with(session)
                .with("due", dueOn)
                .updateOne("Term " + session.id());
        rows.sql("""
            insert into team_term_change (session_id, due_before, due_on, document, subject, at)
            values (:id, :dueOn, :due, :document, :subject, :at)\
            """)
                .with(session)
                .with("due", dueOn)
                .with("document", document)
                .by(desk)
                .update();
    }

    /** The team of a unit that ends serves no more. */
    @Override
    public void unitsEnded(List<Departure> ended) {
        rows.sql("""
            update team_session s join unit_departure d on s.unit_id = d.unit_id
               set s.ended_on = greatest(s.started_on, d.day), s.version = s.version + 1
             where s.ended_on is null or s.ended_on > greatest(s.started_on, d.day)\
            """).update();
    }
}
