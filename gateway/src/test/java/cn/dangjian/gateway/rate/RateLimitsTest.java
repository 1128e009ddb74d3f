package cn.dangjian.gateway.rate;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.gateway.GatewayTest;
import cn.dangjian.gateway.Token;
import cn.dangjian.testkit.server.Servers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
        properties = {
            "dangjian.gateway.routes.task.account-rate.per-second=1",
            "dangjian.gateway.routes.task.account-rate.burst=5",
            "dangjian.gateway.routes.identity.address-rate.per-second=1",
            "dangjian.gateway.routes.identity.address-rate.burst=5",
            "dangjian.rate.hold=50ms"
        })
class RateLimitsTest extends GatewayTest {

    private static final int REQUESTS = 50;

    @Autowired
    private RedisWatch watch;

    @BeforeEach
    void redisAnswers() {
        await().until(watch::answers);
    }

    @AfterEach
    void redisRuns() {
        Servers.shared().redis().resume();
        Servers.shared().redis().start();
    }

    @Test
    void refusesAnAccountThatCallsTooOftenAndNoOther() throws Exception {
        var answers = IntStream.range(0, 20)
                .mapToObj(i -> get("/task/v1/dispatches", Token.of("greedy")))
                .toList();

        var byStatus = answers.stream().collect(groupingBy(HttpResponse::statusCode, counting()));
        assertThat(byStatus.get(200)).isBetween(5L, 9L);
        assertThat(byStatus.get(429)).isGreaterThan(8L);
        var refused =
                answers.stream().filter(a -> a.statusCode() == 429).findFirst().orElseThrow();
        assertThat(json(refused).get("code").asString()).isEqualTo("rate.exceeded");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isPositive();
        assertThat(get("/task/v1/dispatches", Token.of("modest")).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAnAddressThatSignsInTooOften() throws Exception {
        var statuses = IntStream.range(0, 20)
                .mapToObj(i -> get("/identity/oauth2/jwks"))
                .map(HttpResponse::statusCode)
                .toList();

        assertThat(statuses).contains(200, 429);
    }

    @Test
    void countsTheWaysInApartAndFarLower() throws Exception {
        var signIns = IntStream.range(0, 300)
                .mapToObj(i -> post("/identity/oauth2/token"))
                .map(HttpResponse::statusCode)
                .collect(groupingBy(status -> status, counting()));
        var codes = IntStream.range(0, 60)
                .mapToObj(i -> post("/identity/v1/activations"))
                .map(HttpResponse::statusCode)
                .collect(groupingBy(status -> status, counting()));

        assertThat(signIns.keySet()).containsExactlyInAnyOrder(200, 429);
        assertThat(signIns.get(200)).isGreaterThanOrEqualTo(120);
        assertThat(codes.keySet()).containsExactlyInAnyOrder(200, 429);
        assertThat(codes.get(200)).isBetween(30L, 59L);
        assertThat(post("/identity/login").statusCode()).isEqualTo(200);
    }

    @Test
    void holdsWhoeverIsRefusedAtAWayIn() throws Exception {
        boolean refused = false;
        for (int i = 0; i < 300 && !refused; i++) {
            long start = System.nanoTime();
            refused = post("/identity/v1/activations").statusCode() == 429;
            if (refused) assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(50_000_000);
        }
        assertThat(refused).isTrue();
    }

    @Test
    void letsEverybodyPassWhileRedisIsAwayAndSaysSoOnce(CapturedOutput log) {
        Servers.shared().redis().kill();

        var statuses = IntStream.range(0, 50)
                .mapToObj(i ->
                        get("/task/v1/dispatches", Token.of("during-outage")).statusCode())
                .distinct()
                .toList();

        assertThat(statuses).containsExactly(200);
        assertThat(log.getOut().split("requests pass without rate limits", -1)).hasSize(2);
        assertThat(log.getOut()).doesNotContain("Error calling rate limiter lua");

        Servers.shared().redis().start();
        await().atMost(Duration.ofSeconds(10)).until(watch::answers);
        assertThat(log.getOut()).contains("Redis answers again");
    }

    @Test
    void countsTheWaysInWhileRedisIsAway() {
        Servers.shared().redis().kill();
        get("/task/v1/dispatches", Token.of("notices-the-outage"));
        await().until(() -> !watch.answers());

        var signIns = IntStream.range(0, 300)
                .mapToObj(i -> post("/identity/oauth2/token"))
                .map(HttpResponse::statusCode)
                .collect(groupingBy(status -> status, counting()));
        Servers.shared().redis().start();

        assertThat(signIns.keySet()).containsExactlyInAnyOrder(200, 429);
        assertThat(signIns.get(200)).isGreaterThanOrEqualTo(120);
    }

    @Test
    void makesNoRequestWaitForARedisThatHangs() {
        Servers.shared().redis().pause();
        get("/task/v1/dispatches", Token.of("first"));

        long start = System.nanoTime();
        for (int i = 0; i < REQUESTS; i++) {
            assertThat(get("/task/v1/dispatches", Token.of("hang")).statusCode())
                    .isEqualTo(200);
        }

        var ifEachWaited = Duration.ofMillis(200).multipliedBy(REQUESTS);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(ifEachWaited.dividedBy(2));
    }

    private HttpResponse<String> post(String path) {
        try {
            return send(request(path).POST(HttpRequest.BodyPublishers.ofString("a=b")));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> get(String path, Token token) {
        try {
            return send(request(path, token));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> get(String path) {
        try {
            return send(request(path));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
