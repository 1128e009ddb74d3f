package cn.dangjian.identity.grant;

import static cn.dangjian.identity.Fixtures.PASSWORD;
import static cn.dangjian.identity.OAuth.accessToken;
import static cn.dangjian.identity.OAuth.error;
import static cn.dangjian.identity.OAuth.refreshToken;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.identity.RunningIdentity;
import cn.dangjian.testkit.Api.Answer;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class RefreshTokenTest extends RunningIdentity {

    @Test
    void rotatesRefreshTokens() {
        var someone = fixtures.anActiveAccountAt(111);
        String first = refreshToken(oauth.signIn(someone.login(), PASSWORD));

        var answer = oauth.refresh(first);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(refreshToken(answer)).isNotEqualTo(first);
        assertThat(api.get("/v1/me").as(accessToken(answer)).send().status()).isEqualTo(200);
        assertThat(oauth.refresh(refreshToken(answer)).status()).isEqualTo(200);
    }

    @Test
    void endsTheAuthorizationWhenARotatedTokenComesAgain() {
        var someone = fixtures.anActiveAccountAt(111);
        String first = refreshToken(oauth.signIn(someone.login(), PASSWORD));
        String second = refreshToken(oauth.refresh(first));

        var thief = oauth.refresh(first);
        var owner = oauth.refresh(second);

        assertThat(error(thief)).isEqualTo("invalid_grant");
        assertThat(error(owner)).isEqualTo("invalid_grant");
        assertThat(authorizations(someone.account())).isZero();
    }

    @RepeatedTest(5)
    void givesOneNewTokenForOneOldOneAtMost() throws Exception {
        var someone = fixtures.anActiveAccountAt(111);
        String first = refreshToken(oauth.signIn(someone.login(), PASSWORD));
        Callable<Answer> exchange = () -> oauth.refresh(first);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(
                    IntStream.range(0, 16).mapToObj(i -> exchange).toList());

            var statuses = new ArrayList<Integer>();
            for (var answer : answers) statuses.add(answer.get().status());
            assertThat(statuses).containsOnly(200, 400);
            assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
        }
        assertThat(authorizations(someone.account())).isZero();
    }

    @Test
    void takesARefreshTokenOnlyFromItsClient() {
        var someone = fixtures.anActiveAccountAt(111);
        String token = refreshToken(oauth.signIn(someone.login(), PASSWORD));

        assertThat(error(oauth.refresh("dangjian-web", token))).isEqualTo("invalid_grant");
    }

    @Test
    void takesNoHashForAToken() {
        var someone = fixtures.anActiveAccountAt(111);
        oauth.signIn(someone.login(), PASSWORD);
        String stored = jdbc.sql("select refresh_token_value from oauth2_authorization where principal_name = ?")
                .param(String.valueOf(someone.account()))
                .query(String.class)
                .single();

        assertThat(stored).startsWith("sha256:").hasSize(71);
        assertThat(error(oauth.refresh(stored))).isEqualTo("invalid_grant");
    }

    @Test
    void endsASessionWhenItsTokenIsRevoked() {
        var someone = fixtures.anActiveAccountAt(111);
        String token = refreshToken(oauth.signIn(someone.login(), PASSWORD));

        var revoked = oauth.form("/oauth2/revoke", Map.of("client_id", "dangjian-app", "token", token));

        assertThat(revoked.status()).isEqualTo(200);
        assertThat(error(oauth.refresh(token))).isEqualTo("invalid_grant");
    }

    @Test
    void givesNoTokensToAnAccountThatWasLockedMeanwhile() {
        var someone = fixtures.anActiveAccountAt(111);
        String token = refreshToken(oauth.signIn(someone.login(), PASSWORD));
        jdbc.sql("update account set state = 'LOCKED' where id = ?")
                .param(someone.account())
                .update();

        assertThat(error(oauth.refresh(token))).isEqualTo("invalid_grant");
        assertThat(error(oauth.signIn(someone.login(), PASSWORD))).isEqualTo("invalid_grant");
    }

    private long authorizations(long account) {
        return jdbc.sql("select count(*) from oauth2_authorization where principal_name = ?")
                .param(String.valueOf(account))
                .query(Long.class)
                .single();
    }
}
