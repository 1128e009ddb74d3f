package cn.dangjian.identity.grant;

import static cn.dangjian.identity.Fixtures.PASSWORD;
import static cn.dangjian.identity.OAuth.error;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.identity.OAuth;
import cn.dangjian.identity.RunningIdentity;
import cn.dangjian.testkit.Api.Answer;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.UriComponentsBuilder;

class PkceFlowTest extends RunningIdentity {

    private static final String CALLBACK = "http://127.0.0.1:9/callback";
    private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-0123456789";

    @Test
    void signsInAtThePageAndExchangesTheCode() throws Exception {
        var someone = fixtures.anActiveAccountAt(111);

        var start = authorize(request(), null);
        assertThat(start.status()).isEqualTo(302);
        assertThat(start.header("Location")).startsWith("../login?").contains("code_challenge=");

        String page = resolved("/oauth2/authorize", start);
        var form = oauth.get(page, Map.of());
        assertThat(form.status()).isEqualTo(200);
        assertThat(form.body())
                .contains("action=\"login?")
                .contains("code_challenge=")
                .contains("&amp;");
        assertThat(form.header("Content-Security-Policy")).contains("frame-ancestors 'none'");

        var refused = oauth.form(page, Map.of("login", someone.login(), "password", "wrong"));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("Set-Cookie")).isNull();
        assertThat(refused.body()).contains("账号或密码不正确");

        var accepted = oauth.form(page, Map.of("login", someone.login(), "password", PASSWORD));
        assertThat(accepted.status()).isEqualTo(303);
        assertThat(accepted.header("Set-Cookie"))
                .contains("HttpOnly", "SameSite=Lax", "Path=/identity/oauth2/authorize");

        var back = oauth.get(resolved("/login", accepted), Map.of("Cookie", cookie(accepted)));
        // whoever signs out at a shared desk has nothing left there to come back with
        assertThat(back.header("Set-Cookie"))
                .startsWith("dangjian-signed-in=;")
                .contains("Max-Age=0", "Path=/identity/oauth2/authorize");
        String code = codeFrom(back);
        var tokens = exchange(code, VERIFIER);
        assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
        String access = tokens.json().path("access_token").asString();
        assertThat(api.get("/v1/me").as(access).send().json().path("login").asString())
                .isEqualTo(someone.login());
        assertThat(api.get("/v1/me/sessions")
                        .as(access)
                        .send()
                        .json()
                        .path("items")
                        .get(0)
                        .path("address")
                        .asString())
                .isEqualTo("127.0.0.1");
        var refreshed = oauth.refresh(
                "dangjian-web", tokens.json().path("refresh_token").asString());
        assertThat(refreshed.status()).as(refreshed.body()).isEqualTo(200);
    }

    @Test
    void refusesAnotherVerifierAndNone() throws Exception {
        var cookie = signedIn();

        assertThat(error(exchange(code(cookie), VERIFIER + "x"))).isEqualTo("invalid_grant");
        assertThat(exchange(code(cookie), null).status()).isIn(400, 401);
    }

    @Test
    void takesACodeOnceAndThenEndsWhatItGave() throws Exception {
        String code = code(signedIn());
        var first = exchange(code, VERIFIER);

        var second = exchange(code, VERIFIER);

        assertThat(first.status()).isEqualTo(200);
        assertThat(error(second)).isEqualTo("invalid_grant");
        assertThat(error(oauth.refresh(
                        "dangjian-web", first.json().path("refresh_token").asString())))
                .isEqualTo("invalid_grant");
    }

    @Test
    void insistsOnAProofKey() throws Exception {
        var without = request();
        without.remove("code_challenge");
        without.remove("code_challenge_method");

        var answer = authorize(without, signedIn());

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).startsWith(CALLBACK).contains("error=invalid_request");
    }

    @Test
    void sendsNobodyElsewhere() throws Exception {
        var elsewhere = request();
        elsewhere.put("redirect_uri", "http://127.0.0.1:9/elsewhere");

        assertThat(authorize(elsewhere, signedIn()).status()).isEqualTo(400);
    }

    @Test
    void takesNoSignInFromAnotherSite() {
        var someone = fixtures.anActiveAccountAt(111);

        var answer = oauth.form(
                "/login",
                Map.of("login", someone.login(), "password", PASSWORD),
                Map.of("Sec-Fetch-Site", "cross-site"));

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void takesTheCookieForNoAccessTokenAndNoTokenForTheCookie() throws Exception {
        var someone = fixtures.anActiveAccountAt(111);
        String cookie = signedIn();

        String inside = cookie.substring(cookie.indexOf('=') + 1);
        assertThat(api.get("/v1/me").as(inside).send().status()).isEqualTo(401);
        assertThat(authorize(request(), "dangjian-signed-in=" + fixtures.token(someone))
                        .header("Location"))
                .startsWith("../login");
    }

    private String signedIn() {
        var someone = fixtures.anActiveAccountAt(111);
        return cookie(oauth.form("/login", Map.of("login", someone.login(), "password", PASSWORD)));
    }

    private String code(String cookie) throws Exception {
        return codeFrom(authorize(request(), cookie));
    }

    private Answer authorize(Map<String, String> request, @Nullable String cookie) {
        var headers = cookie == null ? Map.<String, String>of() : Map.of("Cookie", cookie);
        return oauth.get("/oauth2/authorize?" + OAuth.encoded(request), headers);
    }

    private Answer exchange(String code, @Nullable String verifier) {
        var fields = new LinkedHashMap<>(Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                "dangjian-web",
                "redirect_uri",
                CALLBACK,
                "code",
                code));
        if (verifier != null) fields.put("code_verifier", verifier);
        return oauth.form("/oauth2/token", fields);
    }

    private static Map<String, String> request() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(US_ASCII));
        return new LinkedHashMap<>(Map.of(
                "response_type", "code",
                "client_id", "dangjian-web",
                "redirect_uri", CALLBACK,
                "state", "s t&a\"te",
                "code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(digest),
                "code_challenge_method", "S256"));
    }

    private static String codeFrom(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(302);
        assertThat(answer.header("Location")).startsWith(CALLBACK);
        var code = UriComponentsBuilder.fromUriString(String.valueOf(answer.header("Location")))
                .build()
                .getQueryParams()
                .getFirst("code");
        return String.valueOf(code);
    }

    private static String resolved(String path, Answer answer) {
        var uri = URI.create("http://x" + path).resolve(String.valueOf(answer.header("Location")));
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private static String cookie(Answer answer) {
        String cookie = String.valueOf(answer.header("Set-Cookie"));
        return cookie.substring(0, cookie.indexOf(';'));
    }
}
