package cn.dangjian.identity.signin;

import static java.time.ZoneOffset.UTC;

import cn.dangjian.platform.directory.Unscoped;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code attempt}. */
@Repository
class AttemptRepository {

    private final JdbcClient jdbc;

    AttemptRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The attempts of that account, which nobody else can change until this transaction ends. */
    @Unscoped("whoever signs in has no scope yet")
    Attempts getForUpdate(long account, Instant now) {
        // takes the row's lock whether it is there or not; a lock on a row that is missing would end in a deadlock
        jdbc.sql("""
            insert into attempt (account, failures, since) values (:account, 0, :now)
            on duplicate key update account = account\
            """).param("account", account).param("now", utc(now)).update();
        return jdbc.sql("select failures, since, locked_until from attempt where account = :account for update")
                .param("account", account)
                .query((row, n) -> new Attempts(
                        row.getInt("failures"),
                        row.getObject("since", LocalDateTime.class).toInstant(UTC),
                        instant(row.getObject("locked_until", LocalDateTime.class))))
                .single();
    }

    void update(long account, Attempts attempts) {
        var lockedUntil = attempts.lockedUntil();
        jdbc.sql("""
            update attempt set failures = :failures, since = :since, locked_until = :until
             where account = :account\
            """)
                .param("failures", attempts.failures())
                .param("since", utc(attempts.since()))
                .param("until", lockedUntil == null ? null : utc(lockedUntil))
                .param("account", account)
                .update();
    }

    /** Deletes at most one chunk of what no longer counts. */
    int purge(Instant before) {
        return jdbc.sql("""
            delete from attempt
             where since < :before and (locked_until is null or locked_until < :before) limit 1000\
            """).param("before", utc(before)).update();
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, UTC);
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime time) {
        return time == null ? null : time.toInstant(UTC);
    }
}
