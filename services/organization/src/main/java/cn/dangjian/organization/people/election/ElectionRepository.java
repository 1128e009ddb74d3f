package cn.dangjian.organization.people.election;

import cn.dangjian.organization.people.election.Election.Candidate;
import cn.dangjian.organization.people.election.Election.Recorded;
import cn.dangjian.organization.people.election.Election.Seats;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Tables {@code election}, {@code election_post} and {@code election_candidate}. */
@Repository
class ElectionRepository {

    private static final String ELECTION = """
        select e.* from election e join unit u on u.id = e.unit_id and u.%s between :from and :to\
        """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    ElectionRepository(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    Optional<Recorded> find(long id, Scope scope) {
        return in(ELECTION + " where e.id = :id", scope)
                .param("id", id)
                .query(this::recorded)
                .optional();
    }

    /** Lets one transaction at a time seat the team of an election's unit; to be taken as its first statement. */
    void lock(long id) {
        jdbc.sql("select e.id from election e join unit u on u.id = e.unit_id where e.id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    /** A unit's elections, the newest first. */
    List<Recorded> list(UnitId unit, long before, int limit, Scope scope) {
        return in(ELECTION + " where e.unit_id = :unit and e.id < :before order by e.id desc limit :limit", scope)
                .param("unit", unit.value())
                .param("before", before)
                .param("limit", limit)
                .query(this::recorded)
                .list();
    }

    long insert(UnitId unit, Election election, String subject, Instant at) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into election (unit_id, number, held_on, meeting, scattered, members, full_members, suspended,
                                  delegates, present, ballots, recorded_by, recorded_at, version)
            values (:unit, :number, :held, :meeting, :scattered, :members, :full, :suspended,
                    :delegates, :present, :ballots, :subject, :at, 1)\
            """)
                .param("unit", unit.value())
                .param("number", election.number())
                .param("held", election.heldOn())
                .param("meeting", election.meeting().name())
                .param("scattered", election.scattered())
                .param("members", election.members())
                .param("full", election.fullMembers())
                .param("suspended", election.suspended())
                .param("delegates", election.delegates())
                .param("present", election.present())
                .param("ballots", election.ballots())
                .param("subject", subject)
                .param("at", LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .update(keys, "id");
        long id = Objects.requireNonNull(keys.getKey()).longValue();
        insertPosts(id, election.posts());
        insertCandidates(id, election.candidates());
        return id;
    }

    private void insertPosts(long id, List<Seats> posts) {
        template.batchUpdate(
                "insert into election_post (election_id, post, seats) values (?, ?, ?)",
                posts,
                posts.size(),
                (statement, post) -> {
                    statement.setLong(1, id);
                    statement.setString(2, post.post());
                    statement.setInt(3, post.seats());
                });
    }

    private void insertCandidates(long id, List<Candidate> candidates) {
        template.batchUpdate("""
            insert into election_candidate (election_id, post, person, name, account_id, votes, elected, full_time)
            values (?, ?, ?, ?, ?, ?, ?, ?)\
            """, candidates, candidates.size(), (statement, candidate) -> {
            statement.setLong(1, id);
            statement.setString(2, candidate.post());
            statement.setInt(3, candidate.person());
            statement.setString(4, candidate.name());
            statement.setObject(5, candidate.account());
            statement.setInt(6, candidate.votes());
            statement.setBoolean(7, candidate.elected());
            statement.setBoolean(8, candidate.fullTime());
        });
    }

    /** Fails if someone else changed it since it was read. */
    void approve(Recorded recorded, long session, String document, String subject, Instant at) {
        int rows = jdbc.sql("""
            update election set session_id = :session, document = :document, approved_by = :subject,
                                approved_at = :at, version = version + 1
             where id = :id and version = :version\
            """)
                .param("session", session)
                .param("document", document)
                .param("subject", subject)
                .param("at", LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("id", recorded.id())
                .param("version", recorded.version())
                .update();
        if (rows == 0) throw new OptimisticLockingFailureException("Election " + recorded.id());
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
        return jdbc.sql("select post, seats from election_post where election_id = :id order by post")
                .param("id", id)
                .query(Seats.class)
                .list();
    }

    private List<Candidate> candidates(long id) {
        return jdbc.sql("""
            select post, person, name, account_id account, votes, elected, full_time from election_candidate
             where election_id = :id order by post, votes desc, person\
            """).param("id", id).query(Candidate.class).list();
    }

    private JdbcClient.StatementSpec in(String sql, Scope scope) {
        return jdbc.sql(sql.formatted(scope.column()))
                .param("from", scope.from())
                .param("to", scope.to());
    }
}
