package cn.dangjian.identity.grant;

import static cn.dangjian.identity.Fixtures.PASSWORD;
import static cn.dangjian.identity.OAuth.accessToken;
import static cn.dangjian.identity.OAuth.error;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.identity.RunningIdentity;
import cn.dangjian.identity.password.Passwords;
import cn.dangjian.identity.password.PasswordsBusyException;
import cn.dangjian.testkit.Api.Answer;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SignInGrantTest extends RunningIdentity {

    private static final String SIGN_IN = "urn:dangjian:params:oauth:grant-type:sign-in";

    @Autowired
    private Passwords passwords;

    @Test
    void givesTheAppTokensThatSayWhoAndFromWhichPost() throws ParseException {
        var someone = fixtures.anActiveAccountAt(111);

        var answer = oauth.signIn(someone.login(), PASSWORD);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("token_type").asString()).isEqualTo("Bearer");
        assertThat(answer.json().path("expires_in").asInt()).isBetween(890, 900);
        var token = SignedJWT.parse(accessToken(answer));
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo(String.valueOf(someone.account()));
        assertThat(claims.getAudience()).containsExactly("dangjian");
        assertThat(claims.getLongClaim("unit")).isEqualTo(111);
        assertThat(claims.getLongClaim("post")).isEqualTo(someone.post());
        assertThat(claims.getStringClaim("duty")).isEqualTo("test");
        assertThat(claims.getStringListClaim("roles")).isEmpty();
        assertThat(claims.getLongClaim("av")).isZero();
        assertThat(claims.getClaims()).doesNotContainKey("svc");
    }

    @Test
    void opensOwnDoorsWithThatToken() {
        var someone = fixtures.anActiveAccountAt(111);
        String token = accessToken(oauth.signIn(someone.login(), PASSWORD));

        var me = api.get("/v1/me").as(token).send();

        assertThat(me.status()).as(me.body()).isEqualTo(200);
        assertThat(me.json().path("unit").asLong()).isEqualTo(111);
        assertThat(me.json().path("unitName").asString()).isEqualTo("示范111");
    }

    @Test
    void signsTheAdministratorOfTheEnvironmentIn() throws ParseException {
        var answer = oauth.signIn("admin", "correct horse battery");

        var claims = SignedJWT.parse(accessToken(answer)).getJWTClaimsSet();
        assertThat(claims.getStringListClaim("roles")).containsExactly("administrator");
        assertThat(claims.getClaims()).doesNotContainKeys("unit", "post");
    }

    @Test
    void answersAnUnknownLoginLikeAWrongPassword() {
        var someone = fixtures.anActiveAccountAt(111);
        var invited = fixtures.anInvitedAccountAt(111);

        var unknown = oauth.signIn("nobody-has-this", "wrong password");
        var wrong = oauth.signIn(someone.login(), "wrong password");
        var notActivated = oauth.signIn(invited.login(), "wrong password");
        var impossible = oauth.signIn("严重 的 名字", "wrong password");

        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().path("error").asString()).isEqualTo("invalid_grant");
        assertThat(wrong.body()).isEqualTo(unknown.body());
        assertThat(notActivated.body()).isEqualTo(unknown.body());
        assertThat(impossible.body()).isEqualTo(unknown.body());
        assertThat(jdbc.sql("select outcome from sign_in where account = ?")
                        .param(someone.account())
                        .query(String.class)
                        .list())
                .containsExactly("WRONG");
    }

    @Test
    void refusesOtherClientsTheSignInGrant() {
        var someone = fixtures.anActiveAccountAt(111);

        assertThat(error(signInAs("dangjian-web", someone.login()))).isEqualTo("unauthorized_client");
        assertThat(signInAs("task", someone.login()).status()).isEqualTo(401);
        assertThat(signInAs("nobody", someone.login()).status()).isEqualTo(401);
    }

    @Test
    void readsAPasswordFromTheBodyOnly() {
        var someone = fixtures.anActiveAccountAt(111);
        var fields = Map.of("grant_type", SIGN_IN, "client_id", "dangjian-app");

        var answer = oauth.form("/oauth2/token?username=" + someone.login() + "&password=x", fields);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(error(answer)).isEqualTo("invalid_request");
    }

    @Test
    void refusesIncompleteRequests() {
        assertThat(error(oauth.form("/oauth2/token", Map.of("grant_type", SIGN_IN, "client_id", "dangjian-app"))))
                .isEqualTo("invalid_request");
        assertThat(error(oauth.form("/oauth2/token", Map.of("client_id", "dangjian-app"))))
                .isEqualTo("invalid_request");
        assertThat(error(oauth.signIn("x", "y".repeat(2000)))).isEqualTo("invalid_request");
    }

    @Test
    void sendsPeopleAwayForAMomentWhenTooManySignIn() {
        var someone = fixtures.anActiveAccountAt(111);
        var places = new ArrayList<Passwords.Place>();
        try {
            takeAll(places);

            for (var answer : List.of(
                    oauth.signIn(someone.login(), PASSWORD),
                    oauth.form("/login", Map.of("login", someone.login(), "password", PASSWORD)))) {
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.problem()).isEqualTo("password.busy");
                assertThat(answer.header("Retry-After")).isEqualTo("2");
            }
        } finally {
            places.forEach(Passwords.Place::close);
        }
        assertThat(oauth.signIn(someone.login(), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void letsOthersInWhileOneAddressTriesMadeUpLogins() throws Exception {
        var others = IntStream.range(0, 20)
                .mapToObj(i -> fixtures.anActiveAccountAt(111))
                .toList();
        var over = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 120; i++) {
                String login = "made-up-" + i;
                threads.submit(() -> {
                    for (int n = 0; !over.get(); n++)
                        oauth.signInFrom("203.0.113.66", login + "-" + n, "whatever it is", Map.of());
                });
            }
            try {
                for (var other : others) {
                    assertThat(oauth.signInFrom("203.0.113.67", other.login(), PASSWORD, Map.of())
                                    .status())
                            .isEqualTo(200);
                }
            } finally {
                over.set(true);
            }
        }
    }

    private void takeAll(List<Passwords.Place> places) {
        try {
            while (true) places.add(passwords.place("127.0.0.1"));
        } catch (PasswordsBusyException e) {
            assertThat(places).hasSize(64);
        }
    }

    private Answer signInAs(String client, String login) {
        return oauth.form(
                "/oauth2/token",
                Map.of("grant_type", SIGN_IN, "client_id", client, "username", login, "password", PASSWORD));
    }
}
