package cn.dangjian.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.gateway.GatewayTest;
import cn.dangjian.gateway.Token;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorTest extends GatewayTest {

    private static final Token COUNTY = Token.of("17");
    private static final Schema CONTRACT = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(read(Path.of("contracts/problem.schema.json")));

    static Stream<Token> badTokens() {
        return Stream.of(
                COUNTY.expired(),
                COUNTY.forged(),
                COUNTY.withUnknownKey(),
                COUNTY.from("http://elsewhere.test"),
                COUNTY.to("elsewhere"));
    }

    @Test
    void passesAValidTokenOnWithThePrefixStripped() throws Exception {
        var answer = send(
                request("/task/v1/dispatches?cursor=a%20b", COUNTY).header("Idempotency-Key", "k-1234567890123456"));

        assertThat(answer.statusCode()).isEqualTo(200);
        var asked = HOUSE.asked();
        assertThat(asked.path()).isEqualTo("/v1/dispatches");
        assertThat(asked.headers().getFirst("Authorization")).startsWith("Bearer ey");
        assertThat(asked.headers().getFirst("Idempotency-Key")).isEqualTo("k-1234567890123456");
        assertThat(asked.headers().getFirst("X-Forwarded-Prefix")).isEqualTo("/task");
        assertThat(asked.headers().getFirst("X-Forwarded-For")).isEqualTo("127.0.0.1");
        assertThat(asked.headers().getFirst("X-Forwarded-Host")).isEqualTo("127.0.0.1:" + port);
        assertThat(asked.headers().getFirst("X-Forwarded-Proto")).isEqualTo("http");
    }

    @Test
    void refusesAMissingTokenInChinese() throws Exception {
        var answer = send(request("/task/v1/dispatches"));

        assertProblem(answer, 401, "token.missing", "需要登录");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(HOUSE.askedCount()).isZero();
    }

    @Test
    void refusesAMissingTokenInEnglishIfAsked() throws Exception {
        var answer = send(request("/task/v1/dispatches").header("Accept-Language", "fr, en-GB;q=0.8, zh;q=0.2"));

        assertProblem(answer, 401, "token.missing", "Sign in first");
        assertThat(answer.headers().firstValue("Content-Language")).contains("en");
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void refusesABadToken(Token token) throws Exception {
        var answer = send(request("/task/v1/dispatches", token));

        assertProblem(answer, 401, "token.invalid", "令牌无效");
        assertThat(HOUSE.askedCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxNyJ9."})
    void refusesWhatIsNoToken(String text) throws Exception {
        var answer = send(request("/task/v1/dispatches").header("Authorization", "Bearer " + text));

        assertProblem(answer, 401, "token.invalid", "令牌无效");
    }

    @Test
    void fetchesTheKeysOnceForManyTokens() throws Exception {
        send(request("/task/v1/dispatches", COUNTY));
        int before = HOUSE.keyRequests();

        for (int i = 0; i < 20; i++) send(request("/task/v1/dispatches", Token.of("1" + i)));

        assertThat(HOUSE.keyRequests()).isEqualTo(before);
    }

    @Test
    void doesNotFetchTheKeysForEachInventedOne() throws Exception {
        int before = HOUSE.keyRequests();
        var invented = COUNTY.withUnknownKey();

        for (int i = 0; i < 20; i++) send(request("/task/v1/dispatches", invented));

        assertThat(HOUSE.keyRequests() - before).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/identity/oauth2/jwks",
                "/identity/oauth2/authorize?client_id=dangjian-web",
                "/identity/.well-known/oauth-authorization-server",
                "/identity/login",
                "/actuator/health/readiness",
                "/task/v3/api-docs"
            })
    void leavesOpenWhatComesBeforeSigningIn(String path) throws Exception {
        assertThat(send(request(path)).statusCode()).isEqualTo(200);
    }

    @Test
    void leavesSigningInAndActivationOpen() throws Exception {
        var form = BodyPublishers.ofString("grant_type=refresh_token");

        assertThat(send(request("/identity/oauth2/token").POST(form)).statusCode())
                .isEqualTo(200);
        assertThat(send(request("/identity/v1/activations").POST(form)).statusCode())
                .isEqualTo(200);
        assertThat(send(request("/identity/v1/activations")).statusCode()).isEqualTo(401);
        assertThat(send(request("/identity/v1/activation-codes").POST(form)).statusCode())
                .isEqualTo(401);
        assertThat(send(request("/identity/v1/me")).statusCode()).isEqualTo(401);
        assertThat(send(request("/task/v3/api-docs").POST(form)).statusCode()).isEqualTo(401);
    }

    /** It is signed, and dues checks that. */
    @Test
    void letsThePaymentProviderTellSomethingShortWithoutAToken() throws Exception {
        var told = send(request("/dues/v1/provider-callbacks")
                .header("Pay-Signature", "signed")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(told.statusCode()).isEqualTo(200);
        var asked = HOUSE.asked();
        assertThat(asked.path()).isEqualTo("/v1/provider-callbacks");
        assertThat(asked.headers().getFirst("Pay-Signature")).isEqualTo("signed");
        assertThat(send(request("/dues/v1/provider-callbacks").POST(bytes(65 * 1024)))
                        .statusCode())
                .isEqualTo(413);
        assertThat(send(request("/dues/v1/provider-callbacks")).statusCode()).isEqualTo(401);
        assertThat(send(request("/dues/v1/provider-callbacks/x").POST(bytes(2))).statusCode())
                .isEqualTo(401);
        assertThat(HOUSE.askedCount()).isZero();
    }

    @Test
    void letsWhoeverHasAnAddressPayInTheSandboxAndNothingElse() throws Exception {
        assertThat(send(request("/dues/v1/sandbox/pages/1f2e")).statusCode()).isEqualTo(200);
        assertThat(send(request("/dues/v1/sandbox/pages/1f2e/payment").POST(bytes(0)))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(request("/dues/v1/sandbox/orders/1")).statusCode()).isEqualTo(401);
        assertThat(send(request("/dues/v1/me/orders")).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/task/internal/feed",
                "/task/internal",
                "/task/Internal/feed",
                "/task/%69nternal/feed",
                "/task/actuator/health",
                "/identity/actuator/prometheus",
                "/notification/internal/inbox?unit=1"
            })
    void knowsNothingInternalWithOrWithoutAToken(String path) throws Exception {
        assertProblem(send(request(path, COUNTY)), 404, "path.unknown", "地址不存在");
        assertProblem(send(request(path)), 404, "path.unknown", "地址不存在");
        assertThat(HOUSE.askedCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//task/internal/feed",
                "/task//internal/feed",
                "/task/x/..%2finternal/feed",
                "/task/;x/internal/feed",
                "/task/internal;x=1/feed",
                "/task/%2569nternal/feed",
                "/task/x/%2e%2e/internal/feed"
            })
    void refusesOddSpellingsOfAPath(String path) throws Exception {
        var answer = send(request(path, COUNTY));

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(json(answer).get("code").asString()).isIn("request.invalid", "path.unknown");
        assertThat(HOUSE.askedCount()).isZero();
    }

    @Test
    void knowsNoOtherPath() throws Exception {
        assertProblem(send(request("/nowhere/v1/x", COUNTY)), 404, "path.unknown", "地址不存在");
    }

    @Test
    void keepsWhatServicesRefuse() throws Exception {
        var answer = send(request("/task/v1/refused", COUNTY));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).get("code").asString()).isEqualTo("task.conflict");
    }

    @Test
    void takesAwayHeadersThatPretend() throws Exception {
        var pretended = Map.of(
                "X-Forwarded-For", "1.2.3.4",
                "X-Forwarded-Prefix", "/evil",
                "X-Forwarded-Host", "evil.test",
                "Forwarded", "for=1.2.3.4;host=evil.test",
                "X-Real-IP", "1.2.3.4",
                "X-Internal-Caller", "task",
                "Cookie", "JSESSIONID=1");
        var request = request("/task/v1/dispatches", COUNTY);
        pretended.forEach(request::header);

        send(request);

        var asked = HOUSE.asked().headers();
        assertThat(asked.getFirst("X-Forwarded-For")).isEqualTo("127.0.0.1");
        assertThat(asked.getFirst("X-Forwarded-Prefix")).isEqualTo("/task");
        assertThat(asked.getFirst("X-Forwarded-Host")).isEqualTo("127.0.0.1:" + port);
        assertThat(asked).doesNotContainKeys("Forwarded", "X-real-ip", "X-internal-caller", "Cookie");
    }

    @Test
    void continuesATraceAndTellsItsId() throws Exception {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        var answer = send(
                request("/task/v1/dispatches", COUNTY).header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));

        assertThat(answer.headers().firstValue("X-Trace-Id")).contains(trace);
        assertThat(HOUSE.asked().headers().getFirst("Traceparent")).startsWith("00-" + trace + "-");
    }

    @Test
    void beginsATraceIfThereIsNone() throws Exception {
        var answer = send(request("/task/v1/dispatches"));

        String trace = answer.headers().firstValue("X-Trace-Id").orElseThrow();
        assertThat(trace).matches("[0-9a-f]{32}");
        assertThat(json(answer).get("traceId").asString()).isEqualTo(trace);
    }

    @Test
    void sendsSecurityHeadersAndNoPermissionForOtherOrigins() throws Exception {
        var answer = send(request("/task/v1/dispatches", COUNTY).header("Origin", "https://evil.test"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map())
                .containsKeys(
                        "x-content-type-options", "x-frame-options", "content-security-policy", "referrer-policy");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void showsMetricsOnlyNearby() throws Exception {
        assertThat(send(request("/actuator/prometheus")).body()).contains("http_server_requests");
        assertThat(send(request("/actuator/env")).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "X-Forwarded-Proto", "Forwarded", "X-Real-IP", "Via"})
    void showsNoMetricsToWhoeverComesThroughAProxyOnTheSameHost(String header) throws Exception {
        for (String path : List.of("/actuator/prometheus", "/actuator/metrics", "/actuator/info", "/actuator")) {
            assertThat(send(request(path).header(header, "203.0.113.9")).statusCode())
                    .isEqualTo(401);
        }
        assertThat(send(request("/actuator/health/readiness").header(header, "203.0.113.9"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void answersWhereRfc8414PutsTheDocumentOfAnIssuerWithAPath() throws Exception {
        var answer = send(request("/.well-known/oauth-authorization-server/identity"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).get("path").asString()).isEqualTo("/.well-known/oauth-authorization-server");
        assertThat(send(request("/.well-known/oauth-authorization-server/task")).statusCode())
                .isEqualTo(401);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code, String title) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(CONTRACT.validate(answer.body(), InputFormat.JSON)).isEmpty();
        var problem = json(answer);
        assertThat(problem.get("type").asString()).isEqualTo("urn:dangjian:problem:" + code);
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("title").asString()).isEqualTo(title);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
