package cn.dangjian.push.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.push.SseClient;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventExamples;
import cn.dangjian.testkit.server.Servers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;

class EndedAccessTest extends Listening {

    private static final Duration SOON = Duration.ofSeconds(2);

    /** The account of the examples. */
    private static final long WHO = 90_032;

    private static final String SESSION = "5f0c2f6e-6c1b-4f5e-9a53-3f4f0a9d7b11";

    @Autowired
    private Broker broker;

    @Autowired
    private Environment environment;

    @Autowired
    private ApplicationContext context;

    @BeforeEach
    void aTopic() throws Exception {
        String topic = environment.getRequiredProperty("dangjian.events.topics.prefix") + "identity";
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", Servers.shared().bootstrapServers()))) {
            if (!admin.listTopics().names().get().contains(topic))
                admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1)))
                        .all()
                        .get();
        }
    }

    @Test
    void endsStreamsWhoseAccessHasChangedAndOpensNoneAgain() {
        long account = account();
        var old = connect(tokens.at(VILLAGE, account, 3), null).awaitReady();
        var other = connect(tokens.at(VILLAGE, account(), 3), null).awaitReady();

        broker.send(changed(account, 4));

        await().atMost(SOON).until(old::hasEnded);
        assertThat(old.events().getLast().json().path("reason").asString()).isEqualTo("ACCESS_ENDED");
        assertThat(refusal(tokens.at(VILLAGE, account, 3))).isEqualTo("token.superseded");
        assertThat(connect(tokens.at(VILLAGE, account, 4), null).awaitReady().status())
                .isEqualTo(200);
        var delivered = NOTIFICATION.deliver(VILLAGE);
        say(delivered);
        await().until(() -> other.positions().containsAll(delivered));
        assertThat(old.positions()).doesNotContainAnyElementsOf(delivered);
    }

    @Test
    void endsTheStreamsOfASessionAndNoOthersOfItsAccount() {
        var ended = connect(tokens.at(VILLAGE, WHO, 9, SESSION), null).awaitReady();
        var goesOn =
                connect(tokens.at(VILLAGE, WHO, 9, "another-session"), null).awaitReady();
        String example = EventExamples.load("identity.session-ended.v1");

        broker.send(example, example);

        await().atMost(SOON).until(ended::hasEnded);
        assertThat(refusal(tokens.at(VILLAGE, WHO, 9, SESSION))).isEqualTo("token.superseded");
        assertThat(goesOn.hasEnded()).isFalse();
    }

    @Test
    void replaysNothingToWhoseAccessIsOver() {
        long account = account();
        String token = tokens.at(VILLAGE, account, 1);
        var missed = NOTIFICATION.deliver(VILLAGE);
        broker.send(changed(account, 2));
        await().atMost(SOON).until(() -> status(token) == 401);

        var answer = api.get("/v1/stream")
                .as(token)
                .header("Last-Event-ID", String.valueOf(missed.getFirst() - 1))
                .send();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void knowsAfterAStartWhatEndedBefore() {
        var listener = context.getBeansOfType(SmartLifecycle.class).values().stream()
                .filter(bean -> bean.getClass().getSimpleName().equals("EndedTopic"))
                .findFirst()
                .orElseThrow();
        long account = account();
        listener.stop();
        broker.send(changed(account, 2), notForUs());

        listener.start();

        await().until(() -> status(tokens.at(VILLAGE, account, 1)) == 401);
        try (var client = SseClient.connect(base(), tokens.at(VILLAGE, account, 2), null)) {
            assertThat(client.awaitReady().status()).isEqualTo(200);
        }
    }

    private int status(String token) {
        try (var client = SseClient.connect(base(), token, null)) {
            return client.status();
        }
    }

    private @Nullable String refusal(String token) {
        return api.get("/v1/stream").as(token).send().problem();
    }

    private static long account() {
        return 700_000_000L + (UUID.randomUUID().hashCode() & 0xffffff);
    }

    private static String changed(long account, long version) {
        return """
            {"id":"%s","type":"identity.access-changed.v1","key":"account:%d","version":%d,\
            "occurredAt":"2026-01-01T00:00:00Z","subject":null,"data":{"account":%d,"version":%d}}\
            """.formatted(UUID.randomUUID(), account, version, account, version);
    }

    private static String notForUs() {
        return EventExamples.load("identity.posts-changed.v1");
    }
}
