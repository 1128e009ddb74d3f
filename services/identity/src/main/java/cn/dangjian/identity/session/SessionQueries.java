package cn.dangjian.identity.session;

import static java.time.ZoneOffset.UTC;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Records;
import cn.dangjian.platform.web.caller.AccountId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code session}, {@code oauth2_authorization}, {@code post} and {@code unit}, to look at. */
@Repository
class SessionQueries {

    private final JdbcClient jdbc;

    SessionQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where and as what an account is signed in. */
    record SessionView(
            String id,
            String client,
            String address,
            @Nullable Long post,
            @Nullable Long mandate,
            @Nullable String unitName,
            OffsetDateTime beganAt,
            OffsetDateTime seenAt,
            boolean current) {}

    @Unscoped("whoever asks has found the account in his scope, or is it")
    List<SessionView> list(AccountId account, @Nullable String current, Instant now, int limit) {
        return jdbc.sql("""
            select s.id, s.client, s.address, s.post, s.mandate, u.name as unit_name, s.began_at, s.seen_at,
                   s.id = :current as current
              from session s
              join oauth2_authorization a on a.id = s.id
              left join post p on p.id = s.post left join unit u on u.id = p.unit
             where s.account = :account and a.refresh_token_expires_at > :now
             order by s.began_at desc limit :limit\
            """)
                .param("current", current == null ? "" : current)
                .param("account", account.value())
                .param("now", LocalDateTime.ofInstant(now, UTC))
                .param("limit", limit)
                .query(Records.of(SessionView.class))
                .list();
    }
}
