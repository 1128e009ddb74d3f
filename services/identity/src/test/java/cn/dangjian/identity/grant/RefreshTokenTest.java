package cn.dangjian.identity.grant;

import static cn.dangjian.identity.Fixtures.PASSWORD;
import static cn.dangjian.identity.OAuth.accessToken;
import static cn.dangjian.identity.OAuth.error;
import static cn.dangjian.identity.OAuth.refreshToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.identity.Fixtures.Someone;
import cn.dangjian.identity.RunningIdentity;
import cn.dangjian.testkit.Api.Answer;
import cn.dangjian.testkit.EventSchemas;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

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
    void givesTheSameSuccessorWithinTheGrace() {
        var someone = fixtures.anActiveAccountAt(111);
        String first = refreshToken(oauth.signIn(someone.login(), PASSWORD));

        var answer = oauth.refresh(first);
        var again = oauth.refresh(first);

        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(refreshToken(again)).isEqualTo(refreshToken(answer));
        assertThat(api.get("/v1/me").as(accessToken(again)).send().status()).isEqualTo(200);
        assertThat(oauth.refresh(refreshToken(again)).status()).isEqualTo(200);
    }

    @Test
    void givesTheNewestTokenIfTheSuccessorWasUsedWithinTheGrace() {
        var someone = fixtures.anActiveAccountAt(111);
        String first = refreshToken(oauth.signIn(someone.login(), PASSWORD));
        String third = refreshToken(oauth.refresh(refreshToken(oauth.refresh(first))));

        assertThat(refreshToken(oauth.refresh(first))).isEqualTo(third);
    }

    @Test
    void endsTheSessionWhenARotatedTokenComesAgainAfterTheGrace() {
        var someone = fixtures.anActiveAccountAt(111);
        var signedIn = oauth.signIn(someone.login(), PASSWORD);
        String first = refreshToken(signedIn);
        var answer = oauth.refresh(first);
        afterTheGrace();

        var thief = oauth.refresh(first);
        var owner = oauth.refresh(refreshToken(answer));

        assertThat(error(thief)).isEqualTo("invalid_grant");
        assertThat(error(owner)).isEqualTo("invalid_grant");
        assertThat(authorizations(someone.account())).isZero();
        for (var ended : List.of(signedIn, answer))
            assertThat(api.get("/v1/me").as(accessToken(ended)).send().status()).isEqualTo(401);
        await().untilAsserted(() -> assertThat(ended(someone)).hasSize(1));
        EventSchemas.validate(
                "identity.session-ended.v1", ended(someone).getFirst().toString());
    }

    @RepeatedTest(3)
    void givesTwentyAtOnceTheSameSuccessor() throws Exception {
        var someone = fixtures.anActiveAccountAt(111);
        String first = refreshToken(oauth.signIn(someone.login(), PASSWORD));
        Callable<Answer> exchange = () -> oauth.refresh(first);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var successors = new HashSet<String>();
            for (var answer : threads.invokeAll(
                    IntStream.range(0, 20).mapToObj(i -> exchange).toList())) {
                assertThat(answer.get().status()).as(answer.get().body()).isEqualTo(200);
                successors.add(refreshToken(answer.get()));
                assertThat(api.get("/v1/me")
                                .as(accessToken(answer.get()))
                                .send()
                                .status())
                        .isEqualTo(200);
            }
            assertThat(successors).hasSize(1).doesNotContain(first);
            assertThat(oauth.refresh(successors.iterator().next()).status()).isEqualTo(200);
        }
        assertThat(authorizations(someone.account())).isEqualTo(1);
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

    @ParameterizedTest
    @ValueSource(strings = {"refresh_token", "access_token"})
    void endsASessionWhenOneOfItsTokensIsRevoked(String which) {
        var someone = fixtures.anActiveAccountAt(111);
        var other = oauth.signIn(someone.login(), PASSWORD);
        var signedIn = oauth.signIn(someone.login(), PASSWORD);
        String token = signedIn.json().path(which).asString();

        var revoked = oauth.form("/oauth2/revoke", Map.of("client_id", "dangjian-app", "token", token));

        assertThat(revoked.status()).isEqualTo(200);
        assertThat(error(oauth.refresh(refreshToken(signedIn)))).isEqualTo("invalid_grant");
        assertThat(api.get("/v1/me").as(accessToken(signedIn)).send().status()).isEqualTo(401);
        await().untilAsserted(() -> assertThat(ended(someone)).hasSize(1));
        assertThat(api.get("/v1/me").as(accessToken(other)).send().status()).isEqualTo(200);
        assertThat(oauth.refresh(refreshToken(other)).status()).isEqualTo(200);
    }

    @Test
    void revokesAlsoByATokenThatWasExchangedAMomentAgo() {
        var someone = fixtures.anActiveAccountAt(111);
        String first = refreshToken(oauth.signIn(someone.login(), PASSWORD));
        var answer = oauth.refresh(first);

        var revoked = oauth.form("/oauth2/revoke", Map.of("client_id", "dangjian-app", "token", first));

        assertThat(revoked.status()).as(revoked.body()).isEqualTo(200);
        assertThat(error(oauth.refresh(refreshToken(answer)))).isEqualTo("invalid_grant");
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

    private void afterTheGrace() {
        jdbc.sql("update rotated_token set rotated_at = rotated_at - interval 11 second")
                .update();
    }

    private List<JsonNode> ended(Someone someone) {
        return broker.heardOf("identity.session-ended.v1").stream()
                .filter(event -> event.path("data").path("account").asLong() == someone.account())
                .toList();
    }

    private long authorizations(long account) {
        return jdbc.sql("select count(*) from oauth2_authorization where principal_name = ?")
                .param(String.valueOf(account))
                .query(Long.class)
                .single();
    }
}
