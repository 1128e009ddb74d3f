package cn.dangjian.identity.signin;

import static java.time.ZoneOffset.UTC;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Records;
import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.platform.web.paging.Cursor;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code sign_in}, to look at. */
@Repository
class SignInQueries {

    private final JdbcClient jdbc;

    SignInQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One try to sign in; a client {@code me} is a password given again for a change. */
    record SignInView(long id, OffsetDateTime at, String client, String address, String outcome) {

        Cursor cursor() {
            return Cursor.of(ChronoUnit.MICROS.between(Instant.EPOCH, at.toInstant()), id);
        }
    }

    @Unscoped("whoever asks has found the account in his scope, or is it")
    List<SignInView> list(AccountId account, @Nullable Cursor after, int limit) {
        if (after == null) return before(account, null, Long.MAX_VALUE, limit);
        var at = Instant.EPOCH.plus(after.number(0), ChronoUnit.MICROS);
        return before(account, LocalDateTime.ofInstant(at, UTC), after.number(1), limit);
    }

    /** The newest first; those of one moment by their number. */
    private List<SignInView> before(AccountId account, @Nullable LocalDateTime at, long id, int limit) {
        String older = at == null ? "" : "and at <= :at and (at < :at or id < :id)";
        return jdbc.sql("""
            select id, at, client, address, outcome from sign_in
             where account = :account %s order by at desc, id desc limit :limit\
            """.formatted(older))
                .param("account", account.value())
                .param("at", at)
                .param("id", id)
                .param("limit", limit)
                .query(Records.of(SignInView.class))
                .list();
    }
}
