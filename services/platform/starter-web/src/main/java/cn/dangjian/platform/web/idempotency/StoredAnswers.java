package cn.dangjian.platform.web.idempotency;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code idempotency}: who claimed which key, and what was answered. */
class StoredAnswers {

    private final JdbcClient jdbc;

    StoredAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param key the digest of what the client made up */
    record Key(String caller, String key) {}

    record Row(
            String fingerprint,
            String claim,
            LocalDateTime claimedAt,
            @Nullable Integer status,
            @Nullable String headers,
            byte @Nullable [] body) {}

    boolean claim(Key key, String fingerprint, String claim, Instant now) {
        return jdbc.sql("""
            insert ignore into idempotency (caller, idem_key, fingerprint, claim, claimed_at)
            values (:caller, :key, :fingerprint, :claim, :now)\
            """)
                        .param("caller", key.caller())
                        .param("key", key.key())
                        .param("fingerprint", fingerprint)
                        .param("claim", claim)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    Optional<Row> find(Key key) {
        return jdbc.sql("""
            select fingerprint, claim, claimed_at, status, headers, body from idempotency
             where caller = :caller and idem_key = :key\
            """)
                .param("caller", key.caller())
                .param("key", key.key())
                .query(Row.class)
                .optional();
    }

    /** Takes a dead request's claim over; false if it was answered or taken meanwhile. */
    boolean takeOver(Key key, String oldClaim, String claim, Instant now) {
        return jdbc.sql("""
            update idempotency set claim = :claim, claimed_at = :now
             where caller = :caller and idem_key = :key and claim = :old and status is null\
            """)
                        .param("caller", key.caller())
                        .param("key", key.key())
                        .param("old", oldClaim)
                        .param("claim", claim)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** Stores the answer in the transaction of the effect; false if the claim was lost, and then nothing may commit. */
    boolean answer(Key key, String claim, int status, String headers, byte[] body) {
        return jdbc.sql("""
            update idempotency set status = :status, headers = :headers, body = :body
             where caller = :caller and idem_key = :key and claim = :claim and status is null\
            """)
                        .param("caller", key.caller())
                        .param("key", key.key())
                        .param("claim", claim)
                        .param("status", status)
                        .param("headers", headers)
                        .param("body", body)
                        .update()
                == 1;
    }

    void release(Key key, String claim) {
        jdbc.sql("""
            delete from idempotency
             where caller = :caller and idem_key = :key and claim = :claim and status is null\
            """)
                .param("caller", key.caller())
                .param("key", key.key())
                .param("claim", claim)
                .update();
    }

    /** Deletes at most one chunk of rows claimed before the given time. */
    int purge(Instant before) {
        return jdbc.sql("delete from idempotency where claimed_at < :before limit 5000")
                .param("before", utc(before))
                .update();
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
