package cn.dangjian.organization.files.decision;

import cn.dangjian.organization.files.decision.QueueDecision.Word;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.files.form.Values;
import cn.dangjian.platform.files.intake.IntakeSettings;
import cn.dangjian.platform.files.queue.Lease;
import cn.dangjian.platform.files.queue.LeaseTable;
import cn.dangjian.platform.sheets.Rejection;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tables {@code intake_decision} and {@code intake_decision_left}. */
@Repository
class DecisionTable {

    private static final String DECISION = """
        select d.id, d.intake_id, d.approves, d.note, d.unit_id, d.account, d.post, d.duty, d.access_version, d.state,
               d.proposals, d.decided, d.left_open, d.up_to, d.problem, d.asked_at, d.finished_at from intake_decision d\
        """;

    private final Rows rows;
    private final Clock clock;
    private final IntakeSettings settings;
    private final LeaseTable<Decision> leases;

    DecisionTable(Rows rows, JdbcClient jdbc, Clock clock, IntakeSettings settings) {
        this.rows = rows;
        this.clock = clock;
        this.settings = settings;
        this.leases = new LeaseTable<>(
                jdbc,
                clock,
                new LeaseTable.Waiting("intake_decision", Decision.State.WAITING.name(), "id", settings.lease()));
    }

    void insert(long intake, Word word, int proposals, Desk desk) {
        rows.sql("""
            insert into intake_decision (intake_id, approves, note, unit_id, account, post, duty, access_version, state,
                                         proposals, asked_at)
            values (:intake, :approves, :note, :unit, :account, :post, :duty, :accessVersion, 'WAITING', :proposals, :now)\
            """)
                .with("intake", intake)
                .with(word)
                .with(desk.caller())
                .with("proposals", proposals)
                .with("now", desk.now())
                .update();
    }

    /** The last one about a file. */
    @Unscoped("belongs to a file that was found within the scope before")
    Optional<Decision> last(long intake) {
        return rows.unscoped(DECISION + " where d.intake_id = :intake order by d.id desc limit 1")
                .with("intake", intake)
                .find(Decision.class);
    }

    /** What was left open and why, behind a line. */
    @Unscoped("belongs to a file that was found within the scope before")
    List<Rejection> left(long decision, long after, int limit) {
        return rows.unscoped("""
            select line, problem, value from intake_decision_left
             where decision_id = :decision and line > :after order by line limit :limit\
            """)
                .with("decision", decision)
                .with("after", after)
                .with("limit", limit)
                .list((row, number) -> new Rejection(
                        row.getInt("line"), "", row.getString("problem"), Values.split(row.getString("value"))));
    }

    /** Takes a decision that waits, or one whose worker is dead. */
    @Transactional
    public Optional<Lease<Decision>> claim() {
        return leases.claim(id ->
                rows.unscoped(DECISION + " where d.id = :id").with("id", id).get(Decision.class));
    }

    /** Renews the lease and keeps others from taking it until commit; fails if another process has it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(Lease<Decision> lease) {
        leases.hold(lease);
    }

    /** How far the work under a lease has come: the line behind which to go on. */
    int upTo(Lease<Decision> lease) {
        return rows.unscoped("select up_to from intake_decision where id = :id")
                .with("id", lease.id())
                .get(Integer.class);
    }

    private record Left(int line, String problem, String value) {}

    void saveProgress(Lease<Decision> lease, int decided, List<Rejection> left, int upTo) {
        rows.sql("""
            update intake_decision set decided = decided + :decided, left_open = left_open + :left, up_to = :line
             where id = :id\
            """)
                .with("decided", decided)
                .with("left", left.size())
                .with("line", upTo)
                .with("id", lease.id())
                .update();
        rows.sql("""
            insert into intake_decision_left (decision_id, line, problem, value)
            values (:decision, :line, :problem, :value)\
            """)
                .with("decision", lease.id())
                .each(left.stream()
                        .map(why -> new Left(why.line(), why.problem(), Values.join(why.values())))
                        .toList());
    }

    /** Ends the lease: another worker may go on at once if the decision waits. */
    @Transactional
    public void end(Lease<Decision> lease, Decision.State state) {
        leases.end(lease, state.name());
    }

    /** Ends it, and the lease, before all was looked at. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stop(Lease<Decision> lease, String problem) {
        rows.sql("update intake_decision set problem = :problem where id = :id and lease = :lease")
                .with("problem", problem)
                .with("id", lease.id())
                .with("lease", lease.token())
                .update();
        leases.end(lease, Decision.State.FAILED.name());
    }

    /** Forgets a decision that was finished long ago; whether there was one. */
    @Transactional
    public boolean forget() {
        var found = rows.unscoped("""
            select id from intake_decision where finished_at < :before order by finished_at limit 1 for update skip locked\
            """)
                .with("before", clock.instant().minus(settings.keep()))
                .find((row, number) -> row.getLong(1));
        for (var statement : List.of(
                "delete from intake_decision_left where decision_id = :id",
                "delete from intake_decision where id = :id"))
            found.ifPresent(id -> rows.sql(statement).with("id", id).update());
        return found.isPresent();
    }
}
