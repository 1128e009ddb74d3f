package cn.dangjian.identity.signin;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code sign_in}. */
@Repository
class SignInRepository {

    private final JdbcClient jdbc;

    SignInRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Instant at, @Nullable Long account, SignIn.Origin origin, SignIn.Result result) {
        jdbc.sql("""
            insert into sign_in (at, account, client, address, outcome)
            values (:at, :account, :client, :address, :outcome)\
            """)
                .param("at", LocalDateTime.ofInstant(at, UTC))
                .param("account", account)
                .param("client", origin.client())
                .param("address", origin.address())
                .param("outcome", result.name())
                .update();
    }

    /** Deletes at most one chunk of what is older. */
    int purge(Instant before) {
        return jdbc.sql("delete from sign_in where at < :before order by at limit 1000")
                .param("before", LocalDateTime.ofInstant(before, UTC))
                .update();
    }
}
