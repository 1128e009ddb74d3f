package cn.dangjian.identity.token;

import static cn.dangjian.identity.Fixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.identity.RunningIdentity;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PurgeAuthorizationsTest extends RunningIdentity {

    @Autowired
    private AuthorizationRepository authorizations;

    @Test
    void deletesWhatHasExpiredAndNothingElse() {
        var expired = fixtures.anActiveAccountAt(111);
        var alive = fixtures.anActiveAccountAt(111);
        String first = oauth.signIn(expired.login(), PASSWORD)
                .json()
                .path("refresh_token")
                .asString();
        oauth.refresh(first);
        String kept = oauth.signIn(alive.login(), PASSWORD)
                .json()
                .path("refresh_token")
                .asString();
        oauth.form(
                "/oauth2/token",
                Map.of("grant_type", "client_credentials", "client_id", "task", "client_secret", "secret-of-task"));
        jdbc.sql("update oauth2_authorization set refresh_token_expires_at = now(6) - interval 1 second where"
                        + " principal_name = ?")
                .param(String.valueOf(expired.account()))
                .update();
        jdbc.sql("""
            update oauth2_authorization set access_token_issued_at = now(6) - interval 1 hour,
                access_token_expires_at = now(6) - interval 1 second\
            """).update();
        jdbc.sql("update rotated_token set expires_at = now(6) - interval 1 second")
                .update();

        while (authorizations.purge(Instant.now()) > 0) {}

        assertThat(count(String.valueOf(expired.account()))).isZero();
        assertThat(count("task")).isZero();
        assertThat(jdbc.sql("select count(*) from rotated_token")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(oauth.refresh(kept).status()).isEqualTo(200);
    }

    private long count(String principal) {
        return jdbc.sql("select count(*) from oauth2_authorization where principal_name = ?")
                .param(principal)
                .query(Long.class)
                .single();
    }
}
