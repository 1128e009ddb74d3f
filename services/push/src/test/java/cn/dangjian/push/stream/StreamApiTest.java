package cn.dangjian.push.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.push.NotificationStandIn;
import cn.dangjian.push.SseClient;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import cn.dangjian.testkit.server.Servers;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ServiceTest
class StreamApiTest {

    private static final NotificationStandIn notification = new NotificationStandIn();
    private static final String CHANNEL = "stream-api-test";
    private static final long VILLAGE = 11111;
    private static final long OTHER_VILLAGE = 12111;

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    ReactiveStringRedisTemplate redis;

    @Autowired
    Environment environment;

    @Autowired
    Streams streams;

    private final List<SseClient> clients = new ArrayList<>();

    @DynamicPropertySource
    static void aStandIn(DynamicPropertyRegistry registry) {
        registry.add("NOTIFICATION_URL", notification::address);
        registry.add("TOKEN_URL", () -> notification.address() + "/oauth2/token");
        registry.add("SERVICE_CLIENT_SECRET", () -> "secret");
        registry.add("dangjian.feed.channel", () -> CHANNEL);
        registry.add("dangjian.feed.check", () -> "2s");
        registry.add("dangjian.stream.heartbeat", () -> "200ms");
        registry.add("dangjian.stream.per-account", () -> 3);
        registry.add("dangjian.stream.page", () -> 3);
        registry.add("dangjian.stream.buffer", () -> 64);
    }

    @BeforeEach
    void everythingAnswers() {
        Servers.shared().redis().start();
        notification.recover();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            try (var client = connect(VILLAGE, null)) {
                return client.status() == 200;
            }
        });
        clients.clear();
        await().until(this::nobodyIsConnected);
    }

    @AfterEach
    void everybodyLeaves() {
        clients.forEach(SseClient::close);
        await().until(this::nobodyIsConnected);
    }

    @Test
    void tellsEachUnitItsOwnAtOnce() {
        var village = connect(VILLAGE, null).awaitReady();
        var other = connect(OTHER_VILLAGE, null).awaitReady();

        var positions = notification.deliver(VILLAGE, OTHER_VILLAGE, VILLAGE);
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
    void tellsAClientThatWasAwayExactlyWhatItMissed() {
        var before = connect(VILLAGE, null).awaitReady();
        var first = notification.deliver(VILLAGE);
        say(first);
        await().until(() -> before.positions().equals(first));
        before.close();

        var missed = notification.deliver(
                VILLAGE, OTHER_VILLAGE, VILLAGE, VILLAGE, VILLAGE, OTHER_VILLAGE, VILLAGE, VILLAGE, VILLAGE);
        say(missed);
        var again = connect(VILLAGE, before.lastEventId());
        var expected = new ArrayList<Long>();
        missed.stream()
                .filter(position -> !List.of(missed.get(1), missed.get(5)).contains(position))
                .forEach(expected::add);

        await().until(() -> again.positions().equals(expected));
        var live = notification.deliver(VILLAGE);
        say(live);
        expected.addAll(live);
        await().until(() -> again.positions().equals(expected));
    }

    @Test
    void neitherRepeatsNorLosesWhatComesWhileItLooksBack() {
        var ready = connect(VILLAGE, null).awaitReady();
        String start = ready.lastEventId();
        var all = new ArrayList<Long>();
        for (int round = 0; round < 20; round++) {
            var positions = notification.deliver(VILLAGE, VILLAGE);
            all.addAll(positions);
            var saying = Thread.ofVirtual().start(() -> say(positions));
            var late = connect(VILLAGE, start);

            await().until(() -> late.positions().equals(all));
            join(saying);
            late.close();
        }
        await().until(() -> ready.positions().equals(all));
    }

    @Test
    void asksForWhatRedisDidNotBring() {
        var village = connect(VILLAGE, null).awaitReady();

        var lost = notification.deliver(VILLAGE, VILLAGE);
        var said = notification.deliver(VILLAGE);
        say(said);
        say(said);

        await().until(() -> village.positions().size() == 3);
        assertThat(village.positions()).containsExactly(lost.get(0), lost.get(1), said.getFirst());
    }

    @Test
    void noticesByItselfThatNothingWasSaid() {
        var village = connect(VILLAGE, null).awaitReady();

        var silent = notification.deliver(VILLAGE);

        await().atMost(Duration.ofSeconds(10)).until(() -> village.positions().equals(silent));
    }

    @Test
    void losesNothingWhileRedisIsKilledAndStartedAgain() {
        var village = connect(VILLAGE, null).awaitReady();
        var all = new ArrayList<Long>();

        Servers.shared().redis().kill();
        all.addAll(notification.deliver(VILLAGE));
        await().atMost(Duration.ofSeconds(10)).until(() -> village.positions().equals(all));
        assertThat(api.get("/actuator/health/readiness").send().status()).isEqualTo(200);

        Servers.shared().redis().start();
        all.addAll(notification.deliver(VILLAGE));
        await().atMost(Duration.ofSeconds(10)).until(() -> village.positions().equals(all));
        await().atMost(Duration.ofSeconds(10)).ignoreExceptions().until(() -> {
            var positions = notification.deliver(VILLAGE);
            all.addAll(positions);
            return say(positions) > 0;
        });
        await().atMost(Duration.ofSeconds(10)).until(() -> village.positions().equals(all));
    }

    @Test
    void endsWithTheToken() {
        var client = SseClient.connect(base(), tokens.at(VILLAGE, Duration.ofSeconds(2)), null);
        clients.add(client);
        client.awaitReady();

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
                say(notification.deliver(many));
                return connections("1.0");
            });

            var last = notification.deliver(OTHER_VILLAGE);
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
    void answers503WhenWhatWasMissedCannotBeAskedFor() {
        notification.breakDown();

        for (int i = 0; i < 15; i++) {
            var answer = api.get("/v1/stream")
                    .as(tokens.at(VILLAGE))
                    .header("Last-Event-ID", "0")
                    .send();
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.problem()).isEqualTo("service.unavailable");
            assertThat(answer.header("Retry-After")).isEqualTo("2");
        }
        int asked = notification.asked().size();
        api.get("/v1/stream")
                .as(tokens.at(VILLAGE))
                .header("Last-Event-ID", "0")
                .send();
        assertThat(notification.asked().subList(asked, notification.asked().size()))
                .noneMatch(path -> path.startsWith("/internal/inbox"));

        notification.recover();
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            try (var client = connect(VILLAGE, "0")) {
                return client.status() == 200;
            }
        });
    }

    @Test
    void beginsAnewForAPositionThatTheFeedDoesNotHave() {
        var client = connect(VILLAGE, "999999999").awaitReady();

        assertThat(Long.parseLong(client.lastEventId())).isLessThan(999_999_999);
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

    private SseClient connect(long unit, @Nullable String lastEventId) {
        var client = SseClient.connect(base(), tokens.at(unit), lastEventId);
        clients.add(client);
        return client;
    }

    private String base() {
        return "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
    }

    private long say(List<Long> positions) {
        Long heard = redis.convertAndSend(CHANNEL, notification.part(positions)).block(Duration.ofSeconds(5));
        return heard == null ? 0 : heard;
    }

    private boolean nobodyIsConnected() {
        return connections("0.0");
    }

    private boolean connections(String number) {
        return api.get("/actuator/prometheus").send().body().contains("dangjian_push_connections " + number);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
