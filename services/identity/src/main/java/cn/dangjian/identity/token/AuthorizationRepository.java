package cn.dangjian.identity.token;

import static java.time.ZoneOffset.UTC;

import cn.dangjian.platform.directory.Unscoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Tables {@code oauth2_authorization}, beyond what Spring's own class does with it, {@code rotated_token}, and the rows of
 * {@code session} whose authorization is gone.
 */
@Repository
class AuthorizationRepository {

    /** A session is written a moment before its authorization. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(5);

    private final JdbcClient jdbc;

    AuthorizationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The refresh token that goes on.
     *
     * @param hash of the token; empty before the first one
     */
    record Current(String hash, Instant expiresAt) {}

    /** Nobody else can change the authorization until this transaction ends; nothing if it is over. */
    Optional<Current> lock(String authorization) {
        return jdbc.sql("""
            select coalesce(refresh_token_value, '') hash, coalesce(refresh_token_expires_at, utc_timestamp()) expires_at
              from oauth2_authorization where id = :id for update\
            """)
                .param("id", authorization)
                .query((row, n) -> new Current(
                        row.getString("hash"),
                        row.getObject("expires_at", LocalDateTime.class).toInstant(UTC)))
                .optional();
    }

    /** A refresh token that was exchanged, and when. */
    record Rotated(String authorization, Instant at) {}

    /** Remembers a refresh token that was exchanged. */
    void rotate(String token, String authorization, Instant expiresAt, Instant now) {
        jdbc.sql("""
            insert into rotated_token (token, authorization_id, expires_at, rotated_at)
            values (:token, :authorization, :expires, :now)\
            """)
                .param("now", LocalDateTime.ofInstant(now, UTC))
                .param("token", token)
                .param("authorization", authorization)
                .param("expires", LocalDateTime.ofInstant(expiresAt, UTC))
                .update();
    }

    @Unscoped("a token is its own right")
    Optional<Rotated> findRotated(String token) {
        return jdbc.sql("select authorization_id, rotated_at from rotated_token where token = :token")
                .param("token", token)
                .query((row, n) -> new Rotated(
                        row.getString("authorization_id"),
                        row.getObject("rotated_at", LocalDateTime.class).toInstant(UTC)))
                .optional();
    }

    void remove(String authorization) {
        jdbc.sql("delete from oauth2_authorization where id = :id")
                .param("id", authorization)
                .update();
    }

    /** Deletes at most one chunk of authorizations of which nothing is valid any more. */
    int purge(Instant now) {
        // one statement for each index: "or" and coalesce() would read the whole table
        return purge("refresh_token_expires_at < :now", now)
                + purge("refresh_token_value is null and access_token_expires_at < :now", now)
                + purge("access_token_value is null and authorization_code_expires_at < :now", now)
                + jdbc.sql("""
                    delete from session
                     where began_at < :past and not exists (
                       select 1 from oauth2_authorization a where a.id = session.id)
                     limit 1000\
                    """)
                        .param("past", LocalDateTime.ofInstant(now.minus(UNDER_WAY), UTC))
                        .update()
                + jdbc.sql("delete from rotated_token where expires_at < :now limit 1000")
                        .param("now", LocalDateTime.ofInstant(now, UTC))
                        .update();
    }

    private int purge(String condition, Instant now) {
        return jdbc.sql("delete from oauth2_authorization where " + condition + " limit 1000")
                .param("now", LocalDateTime.ofInstant(now, UTC))
                .update();
    }
}
