package cn.dangjian.platform.web.trial.thing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.platform.web.trial.TrialClock;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Api.Answer;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.config.ScheduledTaskHolder;

@ServiceTest
class IdempotencyTest {

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    ThingTable things;

    @Autowired
    Gate gate;

    @Autowired
    TrialClock clock;

    @Autowired
    ScheduledTaskHolder tasks;

    private String key;
    private String name;

    @BeforeEach
    void aFreshKey() {
        key = UUID.randomUUID().toString();
        name = "thing " + key;
    }

    @Test
    void repeatsItsAnswerByteForByteAndItsEffectNever() {
        var first = create("KEEP");
        var second = create("KEEP");

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location"))
                .isEqualTo(first.header("Location"))
                .isNotNull();
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag")).isNotNull();
        assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(things.count(name)).isOne();
    }

    @Test
    void hasOneEffectWhenTwentyAskAtOnce() throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = pool.invokeAll(Stream.generate(() -> (Callable<Answer>) () -> create("KEEP"))
                    .limit(20)
                    .toList());

            var created = answers.stream()
                    .map(Future::resultNow)
                    .filter(answer -> answer.status() == 201)
                    .toList();
            assertThat(created).isNotEmpty();
            assertThat(created)
                    .extracting(Answer::body)
                    .containsOnly(created.getFirst().body());
            assertThat(answers)
                    .extracting(Future::resultNow)
                    .filteredOn(answer -> answer.status() != 201)
                    .allSatisfy(answer -> {
                        assertThat(answer.problem()).as(answer.toString()).isEqualTo("idempotency.running");
                        assertThat(answer.header("Retry-After")).isEqualTo("1");
                    });
        }
        assertThat(things.count(name)).isOne();
    }

    @Test
    void refusesAnotherPayloadUnderTheSameKey() {
        create("KEEP");

        var other = api.post("/v1/things", Map.of("name", name + " and more", "then", "KEEP"))
                .as(tokens.at(1))
                .key(key)
                .send();
        var elsewhere = api.post("/v1/things/" + key + "/copies")
                .as(tokens.at(1))
                .key(key)
                .send();

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency.other-payload");
        assertThat(elsewhere.problem()).isEqualTo("idempotency.other-payload");
        assertThat(things.count(name + " and more")).isZero();
        assertThat(things.count(key)).isZero();
    }

    @Test
    void seesTheSamePayloadBehindOtherWhiteSpaceAndAnotherOrder() {
        var first = create("KEEP");

        var second = api.post("/v1/things", "{ \"then\": \"KEEP\",\n  \"name\": \"" + name + "\" }")
                .as(tokens.at(1))
                .key(key)
                .send();

        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void keepsTheKeysOfTwoCallersApart() {
        var mine = create("KEEP");
        var yours = api.post("/v1/things", Map.of("name", name, "then", "KEEP"))
                .as(tokens.at(2))
                .key(key)
                .send();

        assertThat(yours.status()).isEqualTo(201);
        assertThat(yours.body()).isNotEqualTo(mine.body());
        assertThat(things.count(name)).isEqualTo(2);
    }

    /** A payload may hold what is sealed elsewhere: a plain digest of it would be found by trying. */
    @Test
    void keepsNeitherTheKeyNorADigestThatTellsTheSamePayload() {
        create("KEEP");
        String first = things.fingerprint(key);
        String before = key;
        key = UUID.randomUUID().toString();
        create("KEEP");

        assertThat(things.count(name)).isEqualTo(2);
        assertThat(things.fingerprint(key)).isNotEqualTo(first);
        assertThat(things.isKept(before)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"REFUSE_FIRST", "BREAK_FIRST", "FAIL_FIRST"})
    void keepsNeitherARefusalNorAFailure(String then) {
        var first = create(then);

        assertThat(first.status()).isEqualTo(then.equals("REFUSE_FIRST") ? 409 : 500);
        assertThat(first.problem()).isEqualTo(then.equals("REFUSE_FIRST") ? "thing.refused" : "service.error");
        assertThat(things.count(name)).isZero();
        assertThat(things.countKeys(key)).isZero();

        var second = create(then);

        assertThat(second.status()).isEqualTo(201);
        assertThat(things.count(name)).isOne();
    }

    @Test
    void givesADeadRequestsKeyAwayAfterTheLeaseAndNeverCommitsTheLateOne() throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var late = pool.submit(() -> create("HOLD_FIRST"));
            await().until(() -> gate.visits(name) == 1);

            assertThat(create("HOLD_FIRST").problem()).isEqualTo("idempotency.running");
            clock.advance(Duration.ofSeconds(119));
            assertThat(create("HOLD_FIRST").problem()).isEqualTo("idempotency.running");
            clock.advance(Duration.ofSeconds(2));
            var second = create("HOLD_FIRST");
            gate.open(name);

            assertThat(second.status()).as(second.toString()).isEqualTo(201);
            assertThat(late.get().problem()).isEqualTo("idempotency.running");
            assertThat(create("HOLD_FIRST").body()).isEqualTo(second.body());
            assertThat(things.count(name)).isOne();
        }
    }

    @Test
    void saysHowLongTheKeyOfAKilledProcessStaysTaken() {
        create("KEEP");
        things.forgetAnswer(key);
        clock.advance(Duration.ofSeconds(100));

        var answer = create("KEEP");

        assertThat(answer.problem()).as(answer.toString()).isEqualTo("idempotency.running");
        assertThat(Integer.parseInt(String.valueOf(answer.header("Retry-After"))))
                .isBetween(15, 20);
        clock.advance(Duration.ofSeconds(20));
        assertThat(create("KEEP").status()).isEqualTo(201);
    }

    @Test
    void repeatsAnAnswerWithoutABody() {
        var first = api.post("/v1/things/" + key + "/copies")
                .as(tokens.at(1))
                .key(key)
                .send();
        var second = api.post("/v1/things/" + key + "/copies")
                .as(tokens.at(1))
                .key(key)
                .send();

        assertThat(first.status()).isEqualTo(204);
        assertThat(second.status()).isEqualTo(204);
        assertThat(second.body()).isEmpty();
        assertThat(things.count(key)).isOne();
    }

    @Test
    void repeatsAnAnswerThatIsNotJson() {
        var first = api.post("/v1/things/" + key + "/sheets")
                .as(tokens.at(1))
                .key(key)
                .send();
        var second = api.post("/v1/things/" + key + "/sheets")
                .as(tokens.at(1))
                .key(key)
                .send();

        assertThat(first.body()).endsWith("," + key + "\r\n");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Content-Type"))
                .isEqualTo(first.header("Content-Type"))
                .startsWith("text/csv");
    }

    static Stream<String> malformed() {
        return Stream.of(
                "fifteen-letters", "x".repeat(65), "sixteen letters!", "0123456789abcde/", "'or 1=1 -- aaaaaa");
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesAMalformedKey(String malformed) {
        key = malformed;

        var answer = create("KEEP");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("idempotency.malformed");
        assertThat(things.count(name)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 64})
    void takesKeysOfTheShortestAndTheLongestLength(int length) {
        key = (UUID.randomUUID() + "_" + UUID.randomUUID()).substring(0, length == 64 ? 64 : 16);

        assertThat(create("KEEP").status()).isEqualTo(201);
    }

    @Test
    void refusesARequestWithoutAKey() {
        var answer = api.post("/v1/things", Map.of("name", name, "then", "KEEP"))
                .as(tokens.at(1))
                .send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("idempotency.missing");
        assertThat(things.count(name)).isZero();
    }

    @Test
    void forgetsAnswersWhenTheirTimeIsOver() {
        create("KEEP");

        clock.advance(Duration.ofDays(7).minusHours(1));
        forget();
        assertThat(things.countKeys(key)).isOne();

        clock.advance(Duration.ofHours(2));
        forget();
        assertThat(things.countKeys(key)).isZero();
    }

    private void forget() {
        tasks.getScheduledTasks().stream()
                .filter(task -> task.toString().contains("Purge.purge"))
                .findFirst()
                .orElseThrow()
                .getTask()
                .getRunnable()
                .run();
    }

    private Answer create(String then) {
        return api.post("/v1/things", Map.of("name", name, "then", then))
                .as(tokens.at(1))
                .key(key)
                .send();
    }
}
