package cn.dangjian.push.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StreamApiTest extends Listening {

    @Autowired
    Streams streams;

    @Test
    void tellsEachUnitItsOwnAtOnce() {
        var village = connect(VILLAGE, null).awaitReady();
        var other = connect(OTHER_VILLAGE, null).awaitReady();

        var positions = NOTIFICATION.deliver(VILLAGE, OTHER_VILLAGE, VILLAGE);
        say(positions);

        await().until(() -> village.positions().equals(List.of(positions.get(0), positions.get(2))));
        await().until(() -> other.positions().equals(List.of(positions.get(1))));
        var item = village.events().get(1).json();
        assertThat(item.path("title").asString()).isEqualTo("走访困难党员");
        assertThat(item.path("issuer").path("name").asString()).isEqualTo("示范县");
        assertThat(item.path("assignment").asLong()).isEqualTo(positions.getFirst() + 1_000_000);
        assertThat(item.path("deadline").asString()).isEqualTo("2026-12-31T10:00:00Z");
    }

    @Test
    void endsWithTheToken() {
        var client = connect(tokens.at(VILLAGE, Duration.ofSeconds(2)), null).awaitReady();

        await().until(client::hasEnded);

        var last = client.events().getLast();
        assertThat(last.name()).isEqualTo("end");
        assertThat(last.json().path("reason").asString()).isEqualTo("TOKEN_EXPIRED");
    }

    @Test
    void letsGoOfAClientThatDoesNotRead() throws IOException {
        try (var deaf = new Socket()) {
            deaf.setReceiveBufferSize(4096);
            deaf.connect(new InetSocketAddress("127.0.0.1", URI.create(base()).getPort()));
            deaf.getOutputStream()
                    .write(("GET /v1/stream HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\nAuthorization: Bearer "
                                    + tokens.at(VILLAGE) + "\r\n\r\n")
                            .getBytes(US_ASCII));
            await().until(() -> !nobodyIsConnected());
            var attentive = connect(OTHER_VILLAGE, null).awaitReady();

            long[] many = new long[500];
            Arrays.fill(many, VILLAGE);
            await().atMost(Duration.ofSeconds(30)).pollDelay(Duration.ZERO).until(() -> {
                say(NOTIFICATION.deliver(many));
                return connections("1.0");
            });

            var last = NOTIFICATION.deliver(OTHER_VILLAGE);
            say(last);
            await().until(() -> attentive.positions().equals(last));
        }
    }

    @Test
    void endsAllStreamsWhenItStops() {
        var client = connect(VILLAGE, null).awaitReady();

        streams.stop();

        await().until(client::hasEnded);
        assertThat(client.events().getLast().json().path("reason").asString()).isEqualTo("STOPPING");
        assertThat(api.get("/v1/stream").as(tokens.at(VILLAGE)).send().status()).isEqualTo(503);
        streams.start();
    }

    @Test
    void saysThatItIsAlive() {
        var client = connect(VILLAGE, null).awaitReady();

        await().until(() -> client.comments().size() > 2);
    }

    @Test
    void refusesMoreStreamsThanAnAccountMayHold() {
        for (int i = 0; i < 3; i++) connect(VILLAGE, null).awaitReady();

        var refused = api.get("/v1/stream").as(tokens.at(VILLAGE)).send();

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.problem()).isEqualTo("stream.too-many");
        assertThat(refused.header("Retry-After")).isEqualTo("30");
        assertThat(connect(OTHER_VILLAGE, null).awaitReady().status()).isEqualTo(200);
        assertThat(api.get("/actuator/prometheus").send().body()).contains("dangjian_push_connections 4.0");
    }

    @Test
    void refusesWhoMayNotListen() {
        var english = api.get("/v1/stream").inEnglish().send();
        assertThat(english.status()).isEqualTo(401);
        assertThat(english.problem()).isEqualTo("token.missing");
        assertThat(english.json().path("title").asString()).isEqualTo("Sign in first");
        for (String token : List.of(tokens.expired(VILLAGE), tokens.forged(VILLAGE), tokens.forAnotherAudience(1))) {
            var answer = api.get("/v1/stream").as(token).send();
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.problem()).isEqualTo("token.invalid");
        }
        for (String token : List.of(tokens.withoutPost(), tokens.administrator(), tokens.service("task"))) {
            var answer = api.get("/v1/stream").as(token).send();
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.problem()).isEqualTo("caller.no-post");
        }
    }

    @Test
    void refusesWhatIsNoPosition() {
        for (String id : List.of("x", "-1", "99999999999999999999")) {
            var answer = api.get("/v1/stream")
                    .as(tokens.at(VILLAGE))
                    .header("Last-Event-ID", id)
                    .send();
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.problem()).isEqualTo("cursor.invalid");
        }
        assertThat(api.get("/nowhere").as(tokens.at(VILLAGE)).send().problem()).isEqualTo("path.unknown");
        assertThat(api.get("/nowhere").send().status()).isEqualTo(401);
    }

    @Test
    void describesItself() {
        var description = api.get("/v3/api-docs").send();

        assertThat(description.status()).isEqualTo(200);
        assertThat(description.json().path("paths").has("/v1/stream")).isTrue();
    }
}
