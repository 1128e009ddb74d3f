package cn.dangjian.organization.files.intake;

import cn.dangjian.organization.queue.Lease;
import cn.dangjian.organization.queue.LeaseTable;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.web.caller.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Table {@code intake}. Leases run on the database's clock: processes need not agree about the time. */
@Repository
class IntakeTable {

    private static final String INTAKE = """
        select i.id, i.what, i.unit_id, i.account, i.post, i.duty, i.document, i.effective_on, i.reason,
               i.state, i.rows_read, i.applied, i.rejected,
               i.received_at, i.finished_at from intake i\
        """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final IntakeSettings settings;
    private final LeaseTable<Intake> leases;

    IntakeTable(JdbcClient jdbc, Clock clock, IntakeSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
        this.leases = new LeaseTable<>(
                jdbc, clock, new LeaseTable.Waiting("intake", Intake.State.WAITING.name(), "id", settings.lease()));
    }

    long insert(ReceiveFile.Plan plan, Caller caller) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into intake (what, unit_id, account, post, duty, document, effective_on, reason, state, rows_read,
                                received_at)
            values (:what, :unit, :account, :post, :duty, :document, :on, :reason, 'WAITING', 0, :now)\
            """)
                .param("what", plan.what().name())
                .param("document", plan.document())
                .param("on", plan.effectiveOn())
                .param("reason", plan.reason())
                .param("unit", caller.unit())
                .param("account", caller.account().value())
                .param("post", caller.post())
                .param("duty", caller.duty())
                .param("now", utc(clock.instant()))
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    void received(long id, int rows) {
        jdbc.sql("update intake set rows_read = :rows where id = :id")
                .param("rows", rows)
                .param("id", id)
                .update();
    }

    /** A file that was sent from the scope. */
    Optional<Intake> find(long id, Scope scope) {
        return jdbc.sql(INTAKE + " join unit u on u.id = i.unit_id where i.id = :id and u.path between :from and :to")
                .param("id", id)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Intake.class)
                .optional();
    }

    /** Files that were sent from the scope, the newest first. */
    List<Intake> list(long before, int limit, Scope scope) {
        return jdbc.sql(INTAKE + """
             join unit u on u.id = i.unit_id
             where i.id < :before and u.path between :from and :to order by i.id desc limit :limit\
            """)
                .param("before", before)
                .param("limit", limit)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Intake.class)
                .list();
    }

    /** Lets a file that failed wait again; false if it has not failed. */
    @Transactional
    public boolean resume(long id) {
        return jdbc.sql("update intake set state = 'WAITING', finished_at = null where id = :id and state = 'FAILED'")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Takes a file that waits, or one whose worker is dead. */
    @Transactional
    public Optional<Lease<Intake>> claim() {
        return leases.claim(id -> jdbc.sql(INTAKE + " where i.id = :id")
                .param("id", id)
                .query(Intake.class)
                .single());
    }

    /** Counts rows, renews the lease and keeps others from taking it until commit; fails if another process has it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(Lease<Intake> lease, int applied, int rejected) {
        leases.hold(lease);
        if (applied == 0 && rejected == 0) return;
        jdbc.sql("update intake set applied = applied + :applied, rejected = rejected + :rejected where id = :id")
                .param("id", lease.id())
                .param("applied", applied)
                .param("rejected", rejected)
                .update();
    }

    /** Ends the lease: another worker may go on at once if the file waits. */
    @Transactional
    public void end(Lease<Intake> lease, Intake.State state) {
        leases.end(lease, state.name());
    }

    /** Forgets a file that was finished long ago; one at a time, for it may have many rows. */
    @Transactional
    public Optional<Long> forget() {
        var found = jdbc.sql("""
            select id from intake where finished_at < :before order by finished_at limit 1 for update skip locked\
            """)
                .param("before", utc(clock.instant().minus(settings.keep())))
                .query(Long.class)
                .optional();
        found.ifPresent(id ->
                jdbc.sql("delete from intake where id = :id").param("id", id).update());
        return found;
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
