package cn.dangjian.organization.tree.imports;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Records;
import cn.dangjian.platform.files.queue.Lease;
import cn.dangjian.platform.files.queue.LeaseTable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Table {@code division_import}. Leases run on the database's clock: processes need not agree about the time. */
@Repository
@Unscoped("an import is the administrators', who see the whole province")
public class ImportTable {

    private static final String COLUMNS =
            "id, province_code, province_name, founded_on, state, subject, opened_at, queued_at, finished_at";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ImportSettings settings;
    private final LeaseTable<Import> leases;

    ImportTable(JdbcClient jdbc, Clock clock, ImportSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
        this.leases = new LeaseTable<>(
                jdbc,
                clock,
                new LeaseTable.Waiting(
                        "division_import", Import.State.QUEUED.name(), "queued_at, id", settings.lease()));
    }

    long insert(String provinceCode, String provinceName, @Nullable LocalDate foundedOn, String subject) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into division_import (province_code, province_name, founded_on, state, subject, opened_at)
            values (:code, :name, :founded, 'UPLOADING', :subject, :now)\
            """)
                .param("code", provinceCode)
                .param("name", provinceName)
                .param("founded", foundedOn)
                .param("subject", subject)
                .param("now", utc(clock.instant()))
                .update(key);
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** Whether there is a province with the code, today or ever. */
    boolean isFounded(String provinceCode) {
        return jdbc.sql("select 1 from unit where code = :code and tier = 'PROVINCE' limit 1")
                .param("code", provinceCode)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    Optional<Import> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from division_import where id = :id")
                .param("id", id)
                .query(Records.of(Import.class))
                .optional();
    }

    /** The import as it is now; nobody else changes it until commit. */
    Optional<Import> lock(long id) {
        return jdbc.sql("select " + COLUMNS + " from division_import where id = :id for update")
                .param("id", id)
                .query(Records.of(Import.class))
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
    public Optional<Lease<Import>> claim() {
        return leases.claim(id -> find(id).orElseThrow());
    }

    /** Renews the lease and keeps others from taking it until the transaction ends; fails if another process has it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(Lease<Import> lease) {
        leases.hold(lease);
    }

    /** Ends the lease: another worker may go on at once if the import is queued. */
    @Transactional
    public void end(Lease<Import> lease, Import.State state) {
        leases.end(lease, state.name());
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
