package cn.dangjian.identity.activation;

import static java.time.ZoneOffset.UTC;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.web.caller.AccountId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code activation}. */
@Repository
class ActivationRepository {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ActivationRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    record Row(AccountId account, String hash) {}

    /** Gives each account its code; what it had before is worth nothing now. */
    void replace(List<Row> rows, AccountId by, Instant now, Instant expiresAt) {
        batches.batchUpdate(
                """
                insert into activation (account, code_hash, issued_at, issued_by, expires_at, attempts_since)
                values (?, ?, ?, ?, ?, ?)
                on duplicate key update code_hash = values(code_hash), issued_at = values(issued_at),
                    issued_by = values(issued_by), expires_at = values(expires_at), used_at = null, attempts = 0,
                    attempts_since = values(attempts_since)\
                """,
                rows.stream()
                        .map(row -> new Object[] {
                            row.account().value(), row.hash(), utc(now), by.value(), utc(expiresAt), utc(now)
                        })
                        .toList());
    }

    /** Counts one more try of a live code; false if there is none or it was tried too often. */
    boolean claimAttempt(AccountId account, Instant now, ActivationSettings limits) {
        return jdbc.sql("""
            update activation set
                attempts = case when attempts_since <= :window then 1 else attempts + 1 end,
                attempts_since = case when attempts_since <= :window then :now else attempts_since end
             where account = :account and used_at is null and expires_at > :now
               and (attempts < :most or attempts_since <= :window)\
            """)
                        .param("window", utc(now.minus(limits.window())))
                        .param("now", utc(now))
                        .param("account", account.value())
                        .param("most", limits.attempts())
                        .update()
                == 1;
    }

    @Unscoped("whoever activates an account has no scope yet")
    Optional<String> findHash(AccountId account) {
        return jdbc.sql("select code_hash from activation where account = :account and used_at is null")
                .param("account", account.value())
                .query(String.class)
                .optional();
    }

    /** Uses the code up; false if it was used or replaced meanwhile. */
    boolean use(AccountId account, String hash, Instant now) {
        return jdbc.sql("""
            update activation set used_at = :now
             where account = :account and code_hash = :hash and used_at is null and expires_at > :now\
            """)
                        .param("now", utc(now))
                        .param("account", account.value())
                        .param("hash", hash)
                        .update()
                == 1;
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, UTC);
    }
}
