package cn.dangjian.identity.grant;

import static cn.dangjian.identity.Fixtures.PASSWORD;
import static cn.dangjian.identity.OAuth.accessToken;
import static cn.dangjian.identity.OAuth.error;
import static cn.dangjian.identity.OAuth.refreshToken;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.identity.RunningIdentity;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TokenEndpointTest extends RunningIdentity {

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
            var claims = SignedJWT.parse(accessToken(answer)).getJWTClaimsSet();
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

    @Test
    void namesWhatIsThereAndNothingElse() {
        var server =
                oauth.get("/.well-known/oauth-authorization-server", Map.of()).json();

        assertThat(server.propertyNames())
                .containsExactlyInAnyOrder(
                        "issuer",
                        "authorization_endpoint",
                        "token_endpoint",
                        "token_endpoint_auth_methods_supported",
                        "jwks_uri",
                        "response_types_supported",
                        "grant_types_supported",
                        "revocation_endpoint",
                        "revocation_endpoint_auth_methods_supported",
                        "code_challenge_methods_supported");
        assertThat(texts(server.path("grant_types_supported")))
                .containsExactlyInAnyOrder(
                        "authorization_code",
                        "refresh_token",
                        "client_credentials",
                        "urn:dangjian:params:oauth:grant-type:sign-in");
        for (String methods :
                List.of("token_endpoint_auth_methods_supported", "revocation_endpoint_auth_methods_supported"))
            assertThat(texts(server.path(methods)))
                    .containsExactlyInAnyOrder("none", "client_secret_basic", "client_secret_post");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "urn:ietf:params:oauth:grant-type:device_code",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "nothing"
            })
    void refusesUnknownGrants(String grant) {
        var answer = oauth.form("/oauth2/token", Map.of("grant_type", grant, "client_id", "dangjian-app"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(error(answer)).isEqualTo("unsupported_grant_type");
        assertThat(answer.json().path("title").asString()).isEqualTo("没有此登录方式");
    }

    @Test
    void refusesInChineseAndInEnglish() {
        var wrong = Map.of("grant_type", "refresh_token", "client_id", "dangjian-app", "refresh_token", "never-given");

        var chinese = oauth.form("/oauth2/token", wrong);
        var english = oauth.form("/oauth2/token", wrong, Map.of("Accept-Language", "en-GB,zh;q=0.5"));
        var stranger = oauth.form("/oauth2/token", Map.of("grant_type", "refresh_token", "client_id", "stranger"));

        assertThat(chinese.status()).isEqualTo(400);
        assertThat(chinese.json().path("detail").asString()).contains("请重新登录");
        assertThat(chinese.header("Content-Language")).isEqualTo("zh");
        assertThat(english.json().path("title").asString()).isEqualTo("Not signed in or renewed");
        assertThat(error(english)).isEqualTo(error(chinese)).isEqualTo("invalid_grant");
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.header("WWW-Authenticate")).startsWith("Basic");
        assertThat(stranger.json().path("title").asString()).isEqualTo("客户端未登记");
        for (var answer : List.of(chinese, english, stranger)) {
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.json().path("error_description").asString("")).matches("[\\x20-\\x7e]*");
        }
    }

    @Test
    void tellsNobodyWhatATokenSays() {
        var someone = fixtures.anActiveAccountAt(111);
        String token = accessToken(oauth.signIn(someone.login(), PASSWORD));

        var asked = oauth.form("/oauth2/introspect", Map.of("client_id", "dangjian-app", "token", token));

        assertThat(asked.status()).isIn(302, 401, 403, 404);
        assertThat(asked.body()).doesNotContain("active");
    }

    /** A client on a slow line needs no second question; whoever did not ask hears nothing more than a token. */
    @Test
    void saysWhoeverAsksWhoItIsTogetherWithTheToken() {
        var someone = fixtures.anActiveAccountAt(111);
        var asked = oauth.signIn(someone.login(), PASSWORD, Map.of("me", "true"));
        var plain = oauth.signIn(someone.login(), PASSWORD);
        var renewed = oauth.form(
                "/oauth2/token",
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "client_id",
                        "dangjian-app",
                        "refresh_token",
                        refreshToken(asked),
                        "me",
                        "true"));
        var service = oauth.form(
                "/oauth2/token",
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        "task",
                        "client_secret",
                        "secret-of-task",
                        "me",
                        "true"));

        var me = oauth.get("/v1/me", Map.of("Authorization", "Bearer " + accessToken(renewed)))
                .json();
        assertThat(me.path("login").asString()).isEqualTo(someone.login());
        assertThat(me.path("unit").asLong()).isEqualTo(111);
        assertThat(asked.json().path("me")).isEqualTo(me);
        assertThat(renewed.json().path("me")).isEqualTo(me);
        assertThat(plain.json().has("me")).isFalse();
        assertThat(service.status()).isEqualTo(200);
        assertThat(service.json().has("me")).isFalse();
    }

    @Test
    void describesItself() {
        var paths = oauth.get("/v3/api-docs", Map.of()).json().path("paths");

        assertThat(paths.propertyNames())
                .contains("/v1/me", "/v1/accounts", "/v1/activations", "/v1/activation-codes")
                .doesNotContain("/login");
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
