package cn.dangjian.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import cn.dangjian.gateway.GatewayTest;
import cn.dangjian.gateway.House;
import cn.dangjian.gateway.Token;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {
            "dangjian.gateway.routes.statistics.response-timeout=700ms",
            "dangjian.gateway.answer-pause=700ms",
            "dangjian.gateway.breaker.minimum=5",
            "dangjian.gateway.breaker.slow=200ms",
            "dangjian.gateway.breaker.rest-for=60s",
            "dangjian.gateway.breaker.at-once=4",
            "dangjian.gateway.routes.assessment.response-timeout=3s",
            "dangjian.gateway.routes.unopened.address=no://op"
        })
class RouteTest extends GatewayTest {

    private static final int MEGABYTE = 1024 * 1024;
    private static final Token COUNTY = Token.of("17");

    @Test
    void passesABodyOfExactlyTheLimit() throws Exception {
        var answer = send(request("/task/v1/dispatches", COUNTY).POST(bytes(2 * MEGABYTE)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).get("bodySize").asInt()).isEqualTo(2 * MEGABYTE);
    }

    @Test
    void refusesALongerBodyBeforeItIsRead() throws Exception {
        assertTooLarge(send(request("/task/v1/dispatches", COUNTY).POST(bytes(2 * MEGABYTE + 1))));
        assertTooLarge(send(request("/task/v1/dispatches", COUNTY).POST(bytes(20 * MEGABYTE))));
        assertThat(HOUSE.askedCount()).isZero();
    }

    @Test
    void refusesALongerBodyThatDoesNotSayItsLength() throws Exception {
        assertTooLarge(send(request("/task/v1/dispatches", COUNTY).POST(chunked(2 * MEGABYTE + 1))));
        assertTooLarge(send(request("/task/v1/dispatches", COUNTY).POST(chunked(20 * MEGABYTE))));
        assertThat(HOUSE.askedCount()).isZero();
    }

    @Test
    void passesAChunkedBodyWithinTheLimit() throws Exception {
        var answer = send(request("/task/v1/dispatches", COUNTY).POST(chunked(MEGABYTE)));

        assertThat(json(answer).get("bodySize").asInt()).isEqualTo(MEGABYTE);
    }

    @Test
    void passesLargerFilesOfAnImport() throws Exception {
        var file = request("/organization/v1/imports/1/files/villages.csv", COUNTY);

        var answer = send(file.method("PATCH", bytes(8 * MEGABYTE)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(HOUSE.asked().path()).isEqualTo("/v1/imports/1/files/villages.csv");
        assertTooLarge(send(request("/organization/v1/imports/1/files/villages.csv", COUNTY)
                .method("PATCH", bytes(16 * MEGABYTE + 1))));
    }

    @Test
    void streamsEventsAsTheyCome() throws Exception {
        var answer = send(request("/push/v1/stream", COUNTY), BodyHandlers.ofInputStream());

        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("data: first");
            HOUSE.releaseSecondEvent();
            assertThat(lines.readLine()).isEmpty();
            assertThat(lines.readLine()).isEqualTo("data: second");
        }
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        assertThat(answer.headers().firstValue("X-Trace-Id")).isPresent();
    }

    @Test
    void givesUpAServiceThatHangs() throws Exception {
        long start = System.nanoTime();
        var answer = send(request("/statistics/v1/hanging", COUNTY));

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(600), Duration.ofSeconds(5));
        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(json(answer).get("code").asString()).isEqualTo("service.timeout");
    }

    @Test
    void cutsAnAnswerInWhoseMiddleNothingMoreComes() throws Exception {
        long start = System.nanoTime();

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> send(request("/organization/v1/half", COUNTY)));

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(600), Duration.ofSeconds(5));
        assertThat(send(request("/organization/v1/slow", COUNTY)).body()).isEqualTo("piece ".repeat(5));
    }

    @Test
    void waitsForAClientThatReadsSlowly() throws Exception {
        var answer = send(request("/organization/v1/large", COUNTY), BodyHandlers.ofInputStream());

        try (var body = answer.body()) {
            assertThat(body.read()).isZero();
            Thread.sleep(2500);
            assertThat(body.transferTo(OutputStream.nullOutputStream())).isEqualTo(House.LARGE - 1);
        }
    }

    @Test
    void stopsAskingAServiceThatIsDown() throws Exception {
        for (int i : IntStream.range(0, 10).toArray()) {
            var answer = send(request("/member/v1/members/" + i, COUNTY));

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(json(answer).get("code").asString()).isEqualTo("service.unavailable");
            assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isPositive();
        }
        assertThat(send(request("/actuator/prometheus")).body())
                .contains("resilience4j_circuitbreaker_state{group=\"member\",name=\"member\",state=\"open\"} 1.0");
    }

    /** Clients that are less patient than the gateway leave before it says that the service is late. */
    @Test
    void stopsAskingAServiceThatHangsAlsoIfItsClientsGiveUp() throws Exception {
        for (int i = 0; i < 5; i++) {
            var impatient = request("/identity/v1/hanging", COUNTY).timeout(Duration.ofMillis(500));
            assertThatExceptionOfType(HttpTimeoutException.class).isThrownBy(() -> send(impatient));
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> send(request("/actuator/prometheus"))
                .body()
                .contains(
                        "resilience4j_circuitbreaker_state{group=\"identity\",name=\"identity\",state=\"open\"} 1.0"));
        assertThat(send(request("/identity/v1/me", COUNTY)).statusCode()).isEqualTo(503);
    }

    @Test
    void saysThatAServiceIsNotOpenYet() throws Exception {
        var answer = send(request("/unopened/v1/things", COUNTY));

        assertThat(answer.statusCode()).isEqualTo(501);
        assertThat(json(answer).get("code").asString()).isEqualTo("service.not-open");
        assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
        assertThat(send(request("/unopened/v1/things")).statusCode()).isEqualTo(401);
    }

    @Test
    void countsAnErrorThatAServiceAnswersAsAnAnswer() throws Exception {
        for (int i = 0; i < 10; i++) {
            var answer = send(request("/archive/v1/broken", COUNTY));
            assertThat(answer.statusCode()).isEqualTo(500);
        }
        assertThat(send(request("/archive/v1/files", COUNTY)).statusCode()).isEqualTo(200);
    }

    @Test
    void doesNotBlameAServiceForAClientsBodies() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertTooLarge(send(request("/notification/v1/inbox", COUNTY).POST(chunked(3 * MEGABYTE))));
        }
        assertThat(send(request("/notification/v1/inbox", COUNTY)).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAtOnceWhatASlowServiceCannotTake() throws Exception {
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = IntStream.range(0, 4)
                    .mapToObj(i -> clients.submit(() -> send(request("/assessment/v1/hanging", COUNTY))))
                    .toList();
            await().until(() -> HOUSE.askedCount() == 4);

            var refused = send(request("/assessment/v1/hanging", COUNTY));

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(json(refused).get("code").asString()).isEqualTo("service.busy");
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
            for (var answer : waiting) assertThat(answer.get().statusCode()).isEqualTo(504);
        }
    }

    private static BodyPublisher chunked(int size) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[size]));
    }

    private static void assertTooLarge(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(json(answer).get("code").asString()).isEqualTo("body.too-large");
    }
}
