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
                insert into activation (account, code_hash, issued_at, issued_by, expires_at)
                values (?, ?, ?, ?, ?)
                on duplicate key update code_hash = values(code_hash), issued_at = values(issued_at),
                    issued_by = values(issued_by), expires_at = values(expires_at), used_at = null\
                """,
                rows.stream()
                        .map(row ->
                                new Object[] {row.account().value(), row.hash(), utc(now), by.value(), utc(expiresAt)})
                        .toList());
    }

    @Unscoped("whoever activates an account has no scope yet")
    Optional<String> findHash(AccountId account, Instant now) {
        return jdbc.sql("""
            select code_hash from activation where account = :account and used_at is null and expires_at > :now\
            """)
                .param("account", account.value())
                .param("now", utc(now))
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
