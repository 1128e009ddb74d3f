package cn.dangjian.identity.attempt;

import static java.time.ZoneOffset.UTC;

import cn.dangjian.platform.directory.Unscoped;
import java.time.Instant;
import java.time.LocalDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code attempt_failure}. */
@Repository
class FailureRepository {

    private final JdbcClient jdbc;

    FailureRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Unscoped("whoever signs in has no scope yet")
    Failures get(long account, String source, Instant now) {
        return read(account, source, "", now);
    }

    /** The failures so far, which nobody else can change until this transaction ends. */
    @Unscoped("whoever signs in has no scope yet")
    Failures getForUpdate(long account, String source, Instant now) {
        // takes the row's lock whether it is there or not; a lock on a row that is missing would end in a deadlock
        jdbc.sql("""
            insert into attempt_failure (account, source, failures, failed_at, next_at)
            values (:account, :source, 0, :now, :now) on duplicate key update account = account\
            """)
                .param("account", account)
                .param("source", source)
                .param("now", utc(now))
                .update();
        return read(account, source, " for update", now);
    }

    private Failures read(long account, String source, String lock, Instant now) {
        return jdbc.sql("""
            select failures, failed_at, next_at from attempt_failure where account = :account and source = :source\
            """ + lock)
                .param("account", account)
                .param("source", source)
                .query((row, n) -> new Failures(
                        row.getInt("failures"),
                        row.getObject("failed_at", LocalDateTime.class).toInstant(UTC),
                        row.getObject("next_at", LocalDateTime.class).toInstant(UTC)))
                .optional()
                .orElseGet(() -> Failures.none(now));
    }

    void update(long account, String source, Failures failures) {
        jdbc.sql("""
            update attempt_failure set failures = :failures, failed_at = :last, next_at = :next
             where account = :account and source = :source\
            """)
                .param("failures", failures.count())
                .param("last", utc(failures.last()))
                .param("next", utc(failures.next()))
                .param("account", account)
                .param("source", source)
                .update();
    }

    void delete(long account, String source) {
        jdbc.sql("delete from attempt_failure where account = :account and source = :source")
                .param("account", account)
                .param("source", source)
                .update();
    }

    void delete(long account) {
        jdbc.sql("delete from attempt_failure where account = :account")
                .param("account", account)
                .update();
    }

    /** Deletes at most one chunk of what no longer counts. */
    int purge(Instant before) {
        return jdbc.sql("delete from attempt_failure where failed_at < :before order by failed_at limit 1000")
                .param("before", utc(before))
                .update();
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, UTC);
    }
}
