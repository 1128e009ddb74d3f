package cn.dangjian.organization.files.decision;

import cn.dangjian.organization.files.intake.IntakeSettings;
import cn.dangjian.organization.queue.Lease;
import cn.dangjian.organization.queue.LeaseTable;
import cn.dangjian.organization.sheet.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tables {@code intake_decision} and {@code intake_decision_left}: what is read here belongs to a file that was found
 * within the scope before.
 */
@Repository
class DecisionTable {

    private static final String DECISION = """
        select d.id, d.intake_id, d.approves, d.note, d.unit_id, d.account, d.post, d.duty, d.access_version, d.state,
               d.proposals, d.decided, d.left_open, d.up_to, d.problem, d.asked_at, d.finished_at from intake_decision d\
        """;

    private static final int LONGEST_VALUE = 1000;
    /** Between the values of a reason: no text that was read has it. */
    private static final String BETWEEN = "\u001f";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Clock clock;
    private final IntakeSettings settings;
    private final LeaseTable<Decision> leases;

    DecisionTable(JdbcClient jdbc, JdbcTemplate template, Clock clock, IntakeSettings settings) {
        this.jdbc = jdbc;
        this.template = template;
        this.clock = clock;
        this.settings = settings;
        this.leases = new LeaseTable<>(
                jdbc,
                clock,
                new LeaseTable.Waiting("intake_decision", Decision.State.WAITING.name(), "id", settings.lease()));
    }

    /** Lets one request at a time decide about a file; the first statement of its transaction. */
    void lock(long intake) {
        jdbc.sql("select id from intake where id = :intake for update")
                .param("intake", intake)
                .query(Long.class)
                .optional();
    }

    void insert(long intake, QueueDecision.Word word, int proposals) {
        var caller = word.caller();
        jdbc.sql("""
            insert into intake_decision (intake_id, approves, note, unit_id, account, post, duty, access_version, state,
                                         proposals, asked_at)
            values (:intake, :approves, :note, :unit, :account, :post, :duty, :access, 'WAITING', :proposals, :now)\
            """)
                .param("intake", intake)
                .param("approves", word.approves())
                .param("note", word.note())
                .param("unit", caller.unit())
                .param("account", caller.account().value())
                .param("post", caller.post())
                .param("duty", caller.duty())
                .param("access", word.accessVersion())
                .param("proposals", proposals)
                .param("now", utc(clock.instant()))
                .update();
    }

    /** The last one about a file. */
    Optional<Decision> last(long intake) {
        return jdbc.sql(DECISION + " where d.intake_id = :intake order by d.id desc limit 1")
                .param("intake", intake)
                .query(Decision.class)
                .optional();
    }

    /** What was left open and why, behind a line. */
    List<Rejection> left(long decision, long after, int limit) {
        return jdbc.sql("""
            select line, problem, value from intake_decision_left
             where decision_id = :decision and line > :after order by line limit :limit\
            """)
                .param("decision", decision)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new Rejection(
                        row.getInt("line"),
                        "",
                        row.getString("problem"),
                        List.of(row.getString("value").split(BETWEEN, -1))))
                .list();
    }

    /** Takes a decision that waits, or one whose worker is dead. */
    @Transactional
    public Optional<Lease<Decision>> claim() {
        return leases.claim(id -> jdbc.sql(DECISION + " where d.id = :id")
                .param("id", id)
                .query(Decision.class)
                .single());
    }

    /** Renews the lease and keeps others from taking it until commit; fails if another process has it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(Lease<Decision> lease) {
        leases.hold(lease);
    }

    /** How far the work under a lease has come: the line behind which to go on. */
    int upTo(Lease<Decision> lease) {
        return jdbc.sql("select up_to from intake_decision where id = :id")
                .param("id", lease.id())
                .query(Integer.class)
                .single();
    }

    void saveProgress(Lease<Decision> lease, int decided, List<Rejection> left, int upTo) {
        jdbc.sql("""
            update intake_decision set decided = decided + :decided, left_open = left_open + :left, up_to = :line
             where id = :id\
            """)
                .param("decided", decided)
                .param("left", left.size())
                .param("line", upTo)
                .param("id", lease.id())
                .update();
        template.batchUpdate(
                "insert into intake_decision_left (decision_id, line, problem, value) values (?, ?, ?, ?)",
                left,
                Math.max(left.size(), 1),
                (statement, why) -> {
                    statement.setLong(1, lease.id());
                    statement.setInt(2, why.line());
                    statement.setString(3, why.problem());
                    statement.setString(4, shortened(String.join(BETWEEN, why.values())));
                });
    }

    /** Ends the lease: another worker may go on at once if the decision waits. */
    @Transactional
    public void end(Lease<Decision> lease, Decision.State state) {
        leases.end(lease, state.name());
    }

    /** Ends it, and the lease, before all was looked at. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stop(Lease<Decision> lease, String problem) {
        jdbc.sql("update intake_decision set problem = :problem where id = :id and lease = :lease")
                .param("problem", problem)
                .param("id", lease.id())
                .param("lease", lease.token())
                .update();
        leases.end(lease, Decision.State.FAILED.name());
    }

    /** Forgets a decision that was finished long ago; whether there was one. */
    @Transactional
    public boolean forget() {
        var found = jdbc.sql("""
            select id from intake_decision where finished_at < :before order by finished_at limit 1 for update skip locked\
            """)
                .param("before", utc(clock.instant().minus(settings.keep())))
                .query(Long.class)
                .optional();
        for (var statement : List.of(
                "delete from intake_decision_left where decision_id = ?", "delete from intake_decision where id = ?"))
            found.ifPresent(id -> template.update(statement, id));
        return found.isPresent();
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_VALUE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_VALUE));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
