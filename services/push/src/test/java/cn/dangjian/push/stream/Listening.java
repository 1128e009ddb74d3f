package cn.dangjian.push.stream;

import static org.awaitility.Awaitility.await;

import cn.dangjian.push.NotificationStandIn;
import cn.dangjian.push.SseClient;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import cn.dangjian.testkit.server.Servers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Clients that hold streams of the running service; whatever they leave open ends with the test. */
@ServiceTest
abstract class Listening {

    static final NotificationStandIn NOTIFICATION = new NotificationStandIn();
    private static final String CHANNEL = "stream-api-test";
    static final long VILLAGE = 11111;
    static final long OTHER_VILLAGE = 12111;

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    private ReactiveStringRedisTemplate redis;

    @Autowired
    private Environment environment;

    private final List<SseClient> clients = new ArrayList<>();

    @DynamicPropertySource
    static void aStandIn(DynamicPropertyRegistry registry) {
        registry.add("NOTIFICATION_URL", NOTIFICATION::address);
        registry.add("TOKEN_URL", () -> NOTIFICATION.address() + "/oauth2/token");
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
        NOTIFICATION.recover();
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

    SseClient connect(long unit, @Nullable String lastEventId) {
        return connect(tokens.at(unit), lastEventId);
    }

    SseClient connect(String token, @Nullable String lastEventId) {
        var client = SseClient.connect(base(), token, lastEventId);
        clients.add(client);
        return client;
    }

    String base() {
        return "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
    }

    long say(List<Long> positions) {
        Long heard = redis.convertAndSend(CHANNEL, NOTIFICATION.part(positions)).block(Duration.ofSeconds(5));
        return heard == null ? 0 : heard;
    }

    boolean nobodyIsConnected() {
        return connections("0.0");
    }

    boolean connections(String number) {
        return api.get("/actuator/prometheus").send().body().contains("dangjian_push_connections " + number);
    }
}
