package cn.dangjian.platform.files.intake;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.files.form.Values;
import cn.dangjian.platform.files.intake.ReceiveFile.Plan;
import cn.dangjian.platform.files.intake.StageRows.Staged;
import cn.dangjian.platform.files.queue.Lease;
import cn.dangjian.platform.files.queue.LeaseTable;
import cn.dangjian.platform.sheets.Rejection;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.paging.Slice;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Table {@code intake}. Leases run on the database's clock: processes need not agree about the time. */
@Repository
class IntakeTable {

    private static final String INTAKE = """
        select i.id, i.what, i.unit_id, i.account, i.post, i.duty, i.access_version, i.document, i.effective_on, i.reason, i.upload_id,
               i.format, i.state, i.sheet, i.rows_read, i.applied, i.unchanged, i.rejected, i.problem, i.value, i.received_at, i.finished_at
          from intake i\
        """;

    private final Rows rows;
    private final Clock clock;
    private final IntakeSettings settings;
    private final LeaseTable<Intake> leases;

    IntakeTable(Rows rows, JdbcClient jdbc, Clock clock, IntakeSettings settings) {
        this.rows = rows;
        this.clock = clock;
        this.settings = settings;
        this.leases = new LeaseTable<>(
                jdbc, clock, new LeaseTable.Waiting("intake", Intake.State.WAITING.name(), "id", settings.lease()));
    }

    long insert(Plan plan, Caller caller, @Nullable Long accessVersion) {
        return rows.sql("""
            insert into intake (what, unit_id, account, post, duty, access_version, document, effective_on, reason, upload_id,
                                format, state, rows_read, received_at)
            values (:what, :unit, :account, :post, :duty, :accessVersion, :document, :effectiveOn, :reason, :upload,
                    :format, 'WAITING', 0, :now)\
            """)
                .with(plan)
                .with(caller)
                .with("accessVersion", accessVersion)
                .with("now", clock.instant())
                .insert();
    }

    void read(long id, Staged staged) {
        rows.sql("update intake set rows_read = :rows, sheet = :sheet where id = :id")
                .with("rows", staged.rows())
                .with("sheet", staged.sheet().isEmpty() ? null : staged.sheet())
                .with("id", id)
                .update();
    }

    /** A file that was sent from the scope. */
    Optional<Intake> find(long id, Scope scope) {
        return rows.sql(INTAKE + " join unit u on u.id = i.unit_id where i.id = :id and {scope u}")
                .in(scope)
                .with("id", id)
                .find(Intake.class);
    }

    /** Files that were sent from the scope, the newest first. */
    List<Intake> list(Slice slice, Scope scope) {
        return rows.sql(INTAKE + """
             join unit u on u.id = i.unit_id where i.id < :before and {scope u} order by i.id desc limit :rows\
            """).in(scope).newest(slice).list(Intake.class);
    }

    @Unscoped("asked about with a scope afterwards")
    void lock(long id) {
        rows.unscoped("select id from intake where id = :id for update")
                .with("id", id)
                .lock();
    }

    /** Lets a file that failed wait again; false if it has not failed, or if its rows are being forgotten. */
    @Transactional
    public boolean resume(long id, @Nullable Long accessVersion) {
        return rows.sql("""
            update intake set state = 'WAITING', finished_at = null, access_version = :accessVersion
             where id = :id and state = 'FAILED' and finished_at >= :before\
            """)
                        .with("id", id)
                        .with("accessVersion", accessVersion)
                        .with("before", tooOld())
                        .update()
                == 1;
    }

    /** Takes a file that waits, or one whose worker is dead. */
    @Transactional
    public Optional<Lease<Intake>> claim() {
        return leases.claim(this::get);
    }

    @Unscoped("a worker's own")
    private Intake get(long id) {
        return rows.unscoped(INTAKE + " where i.id = :id").with("id", id).get(Intake.class);
    }

    /** What became of rows. */
    record Counts(int applied, int unchanged, int rejected) {

        static final Counts NONE = new Counts(0, 0, 0);
    }

    /** Counts rows, renews the lease and keeps others from taking it until commit; fails if another process has it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(Lease<Intake> lease, Counts counts) {
        leases.hold(lease);
        if (counts.equals(Counts.NONE)) return;
        rows.sql("""
            update intake set applied = applied + :applied, unchanged = unchanged + :unchanged,
                              rejected = rejected + :rejected
             where id = :id\
            """).with("id", lease.id()).with(counts).update();
    }

    /** Ends the lease: another worker may go on at once if the file waits. */
    @Transactional
    public void end(Lease<Intake> lease, Intake.State state) {
        leases.end(lease, state.name());
    }

    /** Ends the lease over a file that is not what it should be. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refuse(Lease<Intake> lease, Rejection why) {
        rows.sql("update intake set problem = :problem, value = :value where id = :id and lease = :lease")
                .with("problem", why.problem())
                .with("value", Values.join(why.values()))
                .with("id", lease.id())
                .with("lease", lease.token())
                .update();
        leases.end(lease, Intake.State.REFUSED.name());
    }

    /** A file that was finished long ago; one at a time, for it may have many rows. */
    @Unscoped("a worker's own")
    Optional<Intake> findOld() {
        return rows.unscoped(INTAKE + " where i.finished_at < :before order by i.finished_at limit 1")
                .with("before", tooOld())
                .find(Intake.class);
    }

    private Instant tooOld() {
        return clock.instant().minus(settings.keep());
    }

    /** Forgets a file whose rows and pieces are gone. */
    void forget(long id) {
        rows.sql("delete from intake where id = :id").with("id", id).update();
    }
}
