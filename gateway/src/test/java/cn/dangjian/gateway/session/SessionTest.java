package cn.dangjian.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.gateway.GatewayTest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest extends GatewayTest {

    private static final String COOKIE = "dangjian-session=";

    @Test
    void redeemsACodeAndKeepsTheRefreshTokenFromThePage() throws Exception {
        var answer = send(begin("good-code"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("an-access-token").doesNotContain("good-successor");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(cookie(answer))
                .startsWith(COOKIE + "good-successor")
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Strict", "Path=/session")
                .doesNotContain("Max-Age", "Secure");
        var asked = HOUSE.asked();
        assertThat(asked.path()).isEqualTo("/oauth2/token");
        assertThat(asked.body())
                .contains(
                        "grant_type=authorization_code",
                        "client_id=dangjian-web",
                        "code=good-code",
                        "code_verifier=v",
                        "redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2F");
        assertThat(asked.headers().getFirst("X-Forwarded-For")).isEqualTo("127.0.0.1");
    }

    @Test
    void goesOnWithTheCookieAndChangesIt() throws Exception {
        var answer = send(renewal().header("Cookie", COOKIE + "good-token"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("token").asString()).isEqualTo("an-access-token");
        assertThat(json(answer).path("seconds").asInt()).isEqualTo(900);
        assertThat(send(request("/")).body())
                .contains("content=\"" + json(answer).path("console").asString() + "\"");
        assertThat(cookie(answer)).startsWith(COOKIE + "good-successor");
        assertThat(HOUSE.asked().body()).contains("grant_type=refresh_token", "refresh_token=good-token");
    }

    @Test
    void saysWhoOneIsWhereAPageAsks() throws Exception {
        var asked = send(opening("me=true", "good-token"));
        var plain = send(renewal().header("Cookie", COOKIE + "good-token"));
        var unknown = send(opening("me=true", "stranger"));

        assertThat(json(asked).path("me").path("name").asString()).isEqualTo("虚构县");
        assertThat(json(plain).path("me").isObject()).isFalse();
        assertThat(unknown.statusCode()).isEqualTo(200);
        assertThat(json(unknown).path("token").asString()).isEqualTo("a-stranger");
        assertThat(json(unknown).path("me").isObject()).isFalse();
    }

    /** What is refused is left out: the page asks itself, and shows why. */
    @Test
    void bringsWhatIsSeenFirstWhereAPageAsks() throws Exception {
        var asked = send(opening("me=true&first=true", "good-token").header("Accept-Language", "en"));
        var pages = json(asked).path("pages");
        var plain = send(opening("me=true", "good-token"));
        var stranger = send(opening("me=true&first=true", "stranger"));

        assertThat(pages.propertyNames())
                .containsExactlyInAnyOrder(
                        "/statistics/v1/views/me", "/task/v1/dispatches?limit=20", "/notification/v1/inbox/summary");
        assertThat(pages.path("/task/v1/dispatches?limit=20").path("path").asString())
                .isEqualTo("/v1/dispatches");
        assertThat(json(plain).path("pages").isEmpty()).isTrue();
        assertThat(stranger.statusCode()).isEqualTo(200);
        assertThat(json(stranger).path("pages").isEmpty()).isTrue();
    }

    /** How the services are no single service knows: the gateway asks them all, with the operator's new token. */
    @Test
    void bringsAnOperatorHowTheServicesAre() throws Exception {
        var asked = send(opening("me=true&first=true", "operator"));
        var pages = json(asked).path("pages");

        assertThat(pages.propertyNames())
                .containsExactlyInAnyOrder(
                        "/operations/services",
                        "/identity/v1/accounts?limit=30",
                        "/identity/v1/sign-in-alarms?limit=20");
        assertThat(pages.path("/operations/services").path("services").valueStream())
                .anyMatch(service -> service.path("name").asString().equals("task")
                        && service.path("parkedInAll").asLong() == 5000)
                .anyMatch(service -> service.path("name").asString().equals("member")
                        && !service.path("ready").asBoolean(true));
        assertThat(HOUSE.allAsked())
                .filteredOn(each -> each.path().equals("/actuator/events"))
                .hasSize(7)
                .allMatch(each -> "Bearer an-access-token".equals(each.headers().getFirst("Authorization")));
    }

    /** Some hundred parked events would make the token wait for megabytes. */
    @Test
    void leavesAnOperatorInTroubleToAskForTheServicesApart() throws Exception {
        var asked = send(opening("me=true&first=true", "operator-in-trouble"));

        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(json(asked).path("pages").propertyNames())
                .containsExactlyInAnyOrder("/identity/v1/accounts?limit=30", "/identity/v1/sign-in-alarms?limit=20");
    }

    @Test
    void saysThatASessionIsOver() throws Exception {
        for (var answer :
                List.of(send(renewal()), send(renewal().header("Cookie", COOKIE + "old")), send(begin("old")))) {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("\"session.over\"", "请重新登录");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(answer.headers().firstValue("Server-Timing")).isEmpty();
        }
    }

    @Test
    void keepsTheCookieWhileIdentityIsAway() throws Exception {
        var answer = send(renewal().header("Cookie", COOKIE + "away"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void revokesAndForgets() throws Exception {
        var answer = send(request("/session")
                .header("X-Console", "1")
                .header("Cookie", COOKIE + "good-token")
                .DELETE());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(cookie(answer)).startsWith(COOKIE + ";").contains("Max-Age=0", "Path=/session");
        var asked = HOUSE.asked();
        assertThat(asked.path()).isEqualTo("/oauth2/revoke");
        assertThat(asked.body()).contains("token=good-token");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, none",
        "Origin, http://elsewhere.test",
        "Origin, null",
        "Origin, https://127.0.0.1",
        "Origin, not a uri"
    })
    void refusesWhatAnotherSiteSends(String header, String value) throws Exception {
        var answer = send(renewal().header(header, value).header("Cookie", COOKIE + "good-token"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(HOUSE.askedCount()).isZero();
    }

    @Test
    void takesWhatItsOwnPageSends() throws Exception {
        var answer = send(renewal()
                .header("Origin", "http://127.0.0.1:" + port)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Cookie", COOKIE + "good-token"));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAFormOfAnotherSite() throws Exception {
        var answer = send(request("/session/renewal")
                .header("Cookie", COOKIE + "good-token")
                .POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(HOUSE.askedCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"code\":\"good\"}", "{\"code\":1,\"verifier\":2}"})
    void refusesABodyThatIsNone(String body) throws Exception {
        var answer = send(request("/session")
                .header("X-Console", "1")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("request.invalid");
        assertThat(HOUSE.askedCount()).isZero();
    }

    @Test
    void knowsNoOtherDoor() throws Exception {
        assertThat(send(request("/session")).statusCode()).isIn(404, 405);
        assertThat(send(request("/session/other").header("X-Console", "1")).statusCode())
                .isEqualTo(401);
    }

    private HttpRequest.Builder begin(String code) {
        return request("/session")
                .header("X-Console", "1")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"code\":\"" + code + "\",\"verifier\":\"v\",\"redirect\":\"http://127.0.0.1:1/\"}"));
    }

    private HttpRequest.Builder renewal() {
        return request("/session/renewal").header("X-Console", "1").POST(BodyPublishers.noBody());
    }

    private HttpRequest.Builder opening(String asks, String token) {
        return request("/session/renewal?" + asks)
                .header("X-Console", "1")
                .header("Cookie", COOKIE + token)
                .POST(BodyPublishers.noBody());
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow();
    }
}
