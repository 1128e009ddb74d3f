package cn.dangjian.organization.people.election;

import cn.dangjian.organization.people.election.Election.Candidate;
import cn.dangjian.organization.people.election.Election.Recorded;
import cn.dangjian.organization.people.election.Election.Seats;
import cn.dangjian.organization.tree.hanging.Departure;
import cn.dangjian.organization.tree.hanging.Hanging;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Tables {@code election}, {@code election_post} and {@code election_candidate}. */
@Repository
class ElectionRepository implements Hanging {

    private static final String ELECTION = "select e.* from election e join unit u on u.id = e.unit_id and {scope u}";

    private final Rows rows;

    ElectionRepository(Rows rows) {
        this.rows = rows;
    }

    Optional<Recorded> find(long id, Scope scope) {
        return rows.sql(ELECTION + " where e.id = :id").in(scope).with("id", id).find(this::recorded);
    }

    /** Lets one transaction at a time seat the team of an election's unit; to be taken as its first statement. */
    void lock(long id) {
        rows.sql("select e.id from election e join unit u on u.id = e.unit_id where e.id = :id for update")
                .with("id", id)
                .lock();
    }

    /** A unit's elections, the newest first. */
    List<Recorded> list(UnitId unit, Slice slice, Scope scope) {
        return rows.sql(ELECTION + " where e.unit_id = :unit and e.id < :before order by e.id desc limit :rows")
                .in(scope)
                .newest(slice)
                .with("unit", unit)
                .list(this::recorded);
    }

    long insert(UnitId unit, Election election, Desk desk) {
        long id = rows.sql("""
            insert into election (unit_id, number, held_on, meeting, scattered, members, full_members, suspended,
                                  delegates, present, ballots, recorded_by, recorded_at, version)
            values (:unit, :number, :heldOn, :meeting, :scattered, :members, :fullMembers, :suspended,
                    :delegates, :present, :ballots, :subject, :at, 1)\
            """)
                .with("unit", unit)
                .with(election)
                .with("subject", desk.subject())
                .with("at", desk.now())
                .insert();
        rows.sql("insert into election_post (election_id, post, seats) values (:id, :post, :seats)")
                .with("id", id)
                .each(election.posts());
        rows.sql("""
            insert into election_candidate (election_id, post, person, name, account_id, votes, elected, full_time)
            values (:id, :post, :person, :name, :account, :votes, :elected, :fullTime)\
            """).with("id", id).each(election.candidates());
        return id;
    }

    /** Fails if someone else changed it since it was read. */
    void approve(Recorded recorded, long session, String document, Desk desk) {
        rows.sql("""
            update election set session_id = :session, document = :document, approved_by = :subject,
                                approved_at = :at, version = version + 1
             where id = :id and version = :version\
            """)
                .with("session", session)
                .with("document", document)
                .with("subject", desk.subject())
                .with("at", desk.now())
                .with("id", recorded.id())
                .with("version", recorded.version())
                .updateOne("Election " + recorded.id());
    }

    private Recorded recorded(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        return new Recorded(
                id,
                new UnitId(row.getLong("unit_id")),
                election(row, id),
                row.getString("recorded_by"),
                row.getObject("session_id", Long.class),
                row.getString("document"),
                row.getObject("closed_on", LocalDate.class),
                row.getString("close_reason"),
                row.getLong("version"));
    }

    private Election election(ResultSet row, long id) throws SQLException {
        return new Election(
                row.getInt("number"),
                row.getObject("held_on", LocalDate.class),
                Election.Meeting.valueOf(row.getString("meeting")),
                row.getBoolean("scattered"),
                row.getInt("members"),
                row.getInt("full_members"),
                row.getInt("suspended"),
                row.getObject("delegates", Integer.class),
                row.getInt("present"),
                row.getInt("ballots"),
                posts(id),
                candidates(id));
    }

    private List<Seats> posts(long id) {
        return rows.unscoped("select post, seats from election_post where election_id = :id order by post")
                .with("id", id)
                .list(Seats.class);
    }

    private List<Candidate> candidates(long id) {
        return rows.unscoped("""
            select post, person, name, account_id account, votes, elected, full_time from election_candidate
             where election_id = :id order by post, votes desc, person\
            """).with("id", id).list(Candidate.class);
    }

    /** What was voted and not approved stays so. */
    @Override
    public void unitsEnded(List<Departure> ended) {
        rows.sql("""
            update election e join unit_departure d on e.unit_id = d.unit_id
               set e.closed_on = greatest(e.held_on, d.day), e.close_reason = d.reason, e.version = e.version + 1
             where e.session_id is null and e.closed_on is null\
            """).update();
    }
}
