package cn.dangjian.organization.imports;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Table {@code division_import}. Leases run on the database's clock: processes need not agree about the time. */
@Repository
public class ImportTable {

    private static final String COLUMNS =
            "id, province_code, province_name, state, subject, opened_at, queued_at, finished_at";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ImportSettings settings;

    ImportTable(JdbcClient jdbc, Clock clock, ImportSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    /** Somebody else applies the import: what was being done must not be committed. */
    public static final class LeaseLostException extends RuntimeException {
        LeaseLostException(long id) {
            super("Import " + id + " is applied by another process");
        }
    }

    long insert(String provinceCode, String provinceName, String subject) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into division_import (province_code, province_name, state, subject, opened_at)
            values (:code, :name, 'UPLOADING', :subject, :now)\
            """)
                .param("code", provinceCode)
                .param("name", provinceName)
                .param("subject", subject)
                .param("now", utc(clock.instant()))
                .update(key);
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    Optional<Import> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from division_import where id = :id")
                .param("id", id)
                .query(Import.class)
                .optional();
    }

    /** The import as it is now; nobody else changes it until commit. */
    Optional<Import> lock(long id) {
        return jdbc.sql("select " + COLUMNS + " from division_import where id = :id for update")
                .param("id", id)
                .query(Import.class)
                .optional();
    }

    void queue(long id) {
        jdbc.sql("update division_import set state = 'QUEUED', queued_at = :now, finished_at = null where id = :id")
                .param("id", id)
                .param("now", utc(clock.instant()))
                .update();
    }

    /** Takes an import that waits, or one whose worker is dead. */
    @Transactional
    public Optional<Lease> claim() {
        var waiting = jdbc.sql("select " + COLUMNS + """
             from division_import
             where state = 'QUEUED' or (state = 'APPLYING' and leased_until < utc_timestamp(6))
             order by queued_at, id limit 1 for update skip locked\
            """).query(Import.class).optional();
        return waiting.map(imported -> {
            var lease = new Lease(imported, UUID.randomUUID().toString());
            jdbc.sql("""
                update division_import set state = 'APPLYING', lease = :lease,
                       leased_until = timestampadd(second, :seconds, utc_timestamp(6))
                 where id = :id\
                """)
                    .param("id", imported.id())
                    .param("lease", lease.token())
                    .param("seconds", settings.lease().toSeconds())
                    .update();
            return lease;
        });
    }

    /**
     * Renews the lease and keeps others from taking it until the transaction ends.
     *
     * @throws LeaseLostException if another process has it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(Lease lease) {
        int rows = jdbc.sql("""
            update division_import set leased_until = timestampadd(second, :seconds, utc_timestamp(6))
             where id = :id and lease = :lease and state = 'APPLYING'\
            """)
                .param("id", lease.imported().id())
                .param("lease", lease.token())
                .param("seconds", settings.lease().toSeconds())
                .update();
        if (rows == 0) throw new LeaseLostException(lease.imported().id());
    }

    /** Lets another worker go on at once. */
    @Transactional
    public void release(Lease lease) {
        end(lease, Import.State.QUEUED);
    }

    @Transactional
    public void done(Lease lease) {
        end(lease, Import.State.DONE);
    }

    @Transactional
    public void failed(Lease lease) {
        end(lease, Import.State.FAILED);
    }

    private void end(Lease lease, Import.State state) {
        jdbc.sql("""
            update division_import set state = :state, lease = null, leased_until = null,
                   finished_at = case when :state = 'QUEUED' then null else :now end
             where id = :id and lease = :lease\
            """)
                .param("id", lease.imported().id())
                .param("lease", lease.token())
                .param("state", state.name())
                .param("now", utc(clock.instant()))
                .update();
    }

    /** Forgets an upload that nobody applied; one at a time, for its files are large. */
    @Transactional
    public Optional<Long> forgetAbandoned() {
        var found = jdbc.sql("""
            select id from division_import where state = 'UPLOADING' and opened_at < :before
             order by id limit 1 for update skip locked\
            """)
                .param("before", utc(clock.instant().minus(settings.keep())))
                .query(Long.class)
                .optional();
        found.ifPresent(id -> jdbc.sql("delete from division_import where id = :id")
                .param("id", id)
                .update());
        return found;
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
