package cn.dangjian.identity.grant;

import static cn.dangjian.identity.OAuth.accessToken;
import static cn.dangjian.identity.OAuth.error;
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
    void describesItself() {
        var paths = oauth.get("/v3/api-docs", Map.of()).json().path("paths");

        assertThat(paths.propertyNames())
                .contains("/v1/me", "/v1/accounts", "/v1/activations", "/v1/activation-codes")
                .doesNotContain("/login");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
