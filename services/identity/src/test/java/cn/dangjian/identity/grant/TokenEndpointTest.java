package cn.dangjian.identity.grant;

import static cn.dangjian.identity.Fixtures.PASSWORD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.identity.RunningIdentity;
import cn.dangjian.identity.password.Passwords;
import cn.dangjian.identity.password.PasswordsBusyException;
import cn.dangjian.testkit.Api.Answer;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TokenEndpointTest extends RunningIdentity {

    @Autowired
    private Passwords passwords;

    private static final String SIGN_IN = "urn:dangjian:params:oauth:grant-type:sign-in";

    @Test
    void givesTheAppTokensThatSayWhoAndFromWhichPost() throws ParseException {
        var someone = fixtures.anActiveAccountAt(111);

        var answer = oauth.signIn(someone.login(), PASSWORD);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("token_type").asString()).isEqualTo("Bearer");
        assertThat(answer.json().path("expires_in").asInt()).isBetween(890, 900);
        var token = SignedJWT.parse(access(answer));
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
        String token = access(oauth.signIn(someone.login(), PASSWORD));

        var me = api.get("/v1/me").as(token).send();

        assertThat(me.status()).as(me.body()).isEqualTo(200);
        assertThat(me.json().path("unit").asLong()).isEqualTo(111);
        assertThat(me.json().path("unitName").asString()).isEqualTo("示范111");
    }

    @Test
    void signsTheAdministratorOfTheEnvironmentIn() throws ParseException {
        var answer = oauth.signIn("admin", "correct horse battery");

        var claims = SignedJWT.parse(access(answer)).getJWTClaimsSet();
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
        assertThat(oauth.form("/oauth2/token", Map.of("grant_type", "password", "client_id", "dangjian-app"))
                        .status())
                .isEqualTo(401);
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

    private void takeAll(List<Passwords.Place> places) {
        try {
            while (true) places.add(passwords.place());
        } catch (PasswordsBusyException e) {
            assertThat(places).hasSizeGreaterThan(64);
        }
    }

    @Test
    void describesItself() {
        var paths = oauth.get("/v3/api-docs", Map.of()).json().path("paths");

        assertThat(paths.propertyNames())
                .contains("/v1/me", "/v1/accounts", "/v1/activations", "/v1/activation-codes")
                .doesNotContain("/login");
    }

    @Test
    void rotatesRefreshTokens() {
        var someone = fixtures.anActiveAccountAt(111);
        String first = refresh(oauth.signIn(someone.login(), PASSWORD));

        var answer = oauth.refresh(first);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(refresh(answer)).isNotEqualTo(first);
        assertThat(api.get("/v1/me").as(access(answer)).send().status()).isEqualTo(200);
        assertThat(oauth.refresh(refresh(answer)).status()).isEqualTo(200);
    }

    @Test
    void endsTheAuthorizationWhenARotatedTokenComesAgain() {
        var someone = fixtures.anActiveAccountAt(111);
        String first = refresh(oauth.signIn(someone.login(), PASSWORD));
        String second = refresh(oauth.refresh(first));

        var thief = oauth.refresh(first);
        var owner = oauth.refresh(second);

        assertThat(error(thief)).isEqualTo("invalid_grant");
        assertThat(error(owner)).isEqualTo("invalid_grant");
        assertThat(authorizations(someone.account())).isZero();
    }

    @RepeatedTest(5)
    void givesOneNewTokenForOneOldOneAtMost() throws Exception {
        var someone = fixtures.anActiveAccountAt(111);
        String first = refresh(oauth.signIn(someone.login(), PASSWORD));
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
        String token = refresh(oauth.signIn(someone.login(), PASSWORD));

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
        String token = refresh(oauth.signIn(someone.login(), PASSWORD));

        var revoked = oauth.form("/oauth2/revoke", Map.of("client_id", "dangjian-app", "token", token));

        assertThat(revoked.status()).isEqualTo(200);
        assertThat(error(oauth.refresh(token))).isEqualTo("invalid_grant");
    }

    @Test
    void givesNoTokensToAnAccountThatWasLockedMeanwhile() {
        var someone = fixtures.anActiveAccountAt(111);
        String token = refresh(oauth.signIn(someone.login(), PASSWORD));
        jdbc.sql("update account set state = 'LOCKED' where id = ?")
                .param(someone.account())
                .update();

        assertThat(error(oauth.refresh(token))).isEqualTo("invalid_grant");
        assertThat(error(oauth.signIn(someone.login(), PASSWORD))).isEqualTo("invalid_grant");
    }

    @Test
    void givesServicesTokensOfTheirOwn() throws ParseException {
        var posted = oauth.form(
                "/oauth2/token",
                Map.of("grant_type", "client_credentials", "client_id", "task", "client_secret", "secret-of-task"));
        var basic = oauth.form(
                "/oauth2/token",
                Map.of("grant_type", "client_credentials"),
                Map.of("Authorization", "Basic " + base64("task:secret-of-task")));

        for (var answer : List.of(posted, basic)) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            var claims = SignedJWT.parse(access(answer)).getJWTClaimsSet();
            assertThat(claims.getSubject()).isEqualTo("task");
            assertThat(claims.getBooleanClaim("svc")).isTrue();
            assertThat(claims.getAudience()).containsExactly("dangjian");
            assertThat(answer.json().has("refresh_token")).isFalse();
        }
    }

    @Test
    void refusesServicesWithAWrongOrNoSecret() {
        var fields = new LinkedHashMap<>(Map.of("grant_type", "client_credentials", "client_id", "task"));
        assertThat(oauth.form("/oauth2/token", fields).status()).isEqualTo(401);

        fields.put("client_secret", "secret-of-tusk");
        assertThat(error(oauth.form("/oauth2/token", fields))).isEqualTo("invalid_client");

        fields.putAll(Map.of("client_id", "member", "client_secret", ""));
        assertThat(oauth.form("/oauth2/token", fields).status()).isEqualTo(401);
    }

    @Test
    void publishesPublicKeysAndWhereThingsAre() {
        var keys = oauth.get("/oauth2/jwks", Map.of()).json().path("keys");
        var server =
                oauth.get("/.well-known/oauth-authorization-server", Map.of()).json();

        assertThat(keys).hasSize(1);
        assertThat(keys.get(0).propertyNames().stream().collect(Collectors.toSet()))
                .contains("kid", "n", "e")
                .doesNotContain("d", "p", "q");
        assertThat(server.path("issuer").asString()).isEqualTo("http://test/identity");
        assertThat(server.path("token_endpoint").asString()).isEqualTo("http://test/identity/oauth2/token");
    }

    private Answer signInAs(String client, String login) {
        return oauth.form(
                "/oauth2/token",
                Map.of("grant_type", SIGN_IN, "client_id", client, "username", login, "password", PASSWORD));
    }

    private long authorizations(long account) {
        return jdbc.sql("select count(*) from oauth2_authorization where principal_name = ?")
                .param(String.valueOf(account))
                .query(Long.class)
                .single();
    }

    private static String access(Answer answer) {
        return answer.json().path("access_token").asString();
    }

    private static String refresh(Answer answer) {
        return answer.json().path("refresh_token").asString();
    }

    private static String error(Answer answer) {
        return answer.json().path("error").asString();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
