package cn.dangjian.notification.inbox;

import static cn.dangjian.testkit.Province.COUNTY;
import static cn.dangjian.testkit.Province.OTHER_VILLAGE;
import static cn.dangjian.testkit.Province.TOWNSHIP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.notification.Said;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServiceTest
class InboxApiTest {

    private static final long FIRST = 950_001;
    private static final long SECOND = 950_002;

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Broker broker;

    @Autowired
    Province province;

    @BeforeEach
    void twoVillages() {
        province.settle();
        broker.send(Said.village(FIRST, 1, false), Said.village(SECOND, 1, false));
        broker.send(Said.posts(950, 1, List.of(FIRST, SECOND), true));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> api.get("/v1/inbox").as(tokens.at(SECOND)).send().status() == 200);
    }

    @Test
    void showsTheNewestFirstPageByPage() {
        for (int dispatch = 9501; dispatch <= 9505; dispatch++) {
            broker.send(Said.addressed(dispatch, List.of(FIRST, SECOND), 500));
            awaitItem(FIRST, dispatch);
        }

        var seen = new ArrayList<Long>();
        String cursor = "";
        do {
            var page = inbox(FIRST, "?limit=2&cursor=" + cursor);
            page.path("items").forEach(item -> seen.add(item.path("dispatch").asLong()));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());

        assertThat(seen).containsSubsequence(9505L, 9504L, 9503L, 9502L, 9501L).doesNotHaveDuplicates();
        var newest = inbox(FIRST, "?limit=1").path("items").get(0);
        assertThat(newest.path("title").asString()).isEqualTo("走访困难党员");
        assertThat(newest.path("number").asString()).isEqualTo("派[2026]9505号");
        assertThat(newest.path("issuer").path("id").asLong()).isEqualTo(COUNTY);
        assertThat(newest.path("issuer").path("name").asString()).isEqualTo(Province.name(COUNTY));
        assertThat(newest.path("assignment").asLong()).isEqualTo(9505L * 1_000_000 + FIRST);
        assertThat(newest.path("deadline").asString()).isEqualTo("2026-12-31T10:00:00Z");
        assertThat(Instant.parse(newest.path("deliveredAt").asString())).isBefore(Instant.now());
        assertThat(newest.path("readAt").isNull()).isTrue();
    }

    @Test
    void remembersWhatWasReadAndWhenFirst() {
        broker.send(Said.addressed(9510, List.of(FIRST), 500));
        long position = awaitItem(FIRST, 9510);
        long unread = unread(FIRST);

        assertThat(read(FIRST, position)).isEqualTo(204);
        var first = item(FIRST, 9510).path("readAt").asString();
        assertThat(read(FIRST, position)).isEqualTo(204);

        assertThat(item(FIRST, 9510).path("readAt").asString()).isEqualTo(first);
        assertThat(unread(FIRST)).isEqualTo(unread - 1);
        inbox(FIRST, "?unread=true&limit=200")
                .path("items")
                .forEach(item -> assertThat(item.path("position").asLong()).isNotEqualTo(position));
    }

    @Test
    void belongsToTheOwnUnitAlone() {
        broker.send(Said.addressed(9520, List.of(SECOND), 500));
        long position = awaitItem(SECOND, 9520);

        for (long stranger : List.of(FIRST, TOWNSHIP, COUNTY, OTHER_VILLAGE)) {
            inbox(stranger, "?limit=200")
                    .path("items")
                    .forEach(item -> assertThat(item.path("unit").asLong()).isEqualTo(stranger));
            var answer = api.post("/v1/inbox/" + position + "/reading")
                    .as(tokens.at(stranger))
                    .send();
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.problem()).isEqualTo("item.unknown");
        }
        assertThat(item(SECOND, 9520).path("readAt").isNull()).isTrue();
    }

    @Test
    void refusesWhoHasNoUnit() {
        for (String path : List.of("/v1/inbox", "/v1/inbox/summary")) {
            assertThat(api.get(path).send().status()).isEqualTo(401);
            assertThat(api.get(path).as(tokens.forged(FIRST)).send().status()).isEqualTo(401);
            assertThat(api.get(path).as(tokens.withoutPost()).send().problem()).isEqualTo("caller.no-post");
            assertThat(api.get(path).as(tokens.service("push")).send().problem())
                    .isEqualTo("caller.no-post");
            assertThat(api.get(path).as(tokens.at(959_999)).send().problem()).isEqualTo("caller.unit-unknown");
        }
    }

    @Test
    void refusesOddQuestions() {
        for (String query : List.of("?cursor=x", "?limit=0", "?limit=201", "?limit=x", "?unread=perhaps")) {
            var answer = api.get("/v1/inbox" + query).as(tokens.at(FIRST)).send();
            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(answer.problem()).as(query).isNotNull();
        }
        assertThat(api.post("/v1/inbox/x/reading").as(tokens.at(FIRST)).send().status())
                .isEqualTo(400);
    }

    @Test
    void tellsPushTheFeedInOrderWithoutAGap() {
        long after = internal("/internal/feed/head").path("head").asLong();
        for (int dispatch = 9531; dispatch < 9536; dispatch++) {
            broker.send(Said.addressed(dispatch, List.of(FIRST, SECOND), 500));
        }
        broker.send(Said.addressed(9530, List.of(FIRST, SECOND), 500));
        long position = Math.max(awaitItem(FIRST, 9530), awaitItem(SECOND, 9530));

        var seen = new TreeSet<Long>();
        JsonNode page;
        do {
            page = internal("/internal/feed?limit=2&after=" + after);
            page.path("items")
                    .forEach(item ->
                            assertThat(seen.add(item.path("position").asLong())).isTrue());
            assertThat(page.path("to").asLong()).isLessThanOrEqualTo(after + 2);
            after = page.path("to").asLong();
        } while (after < page.path("head").asLong());

        assertThat(seen).contains(position);
        assertThat(internal("/internal/feed/head").path("head").asLong()).isGreaterThanOrEqualTo(position);
        var missed = internal("/internal/inbox?unit=" + FIRST + "&limit=1&after=" + (awaitItem(FIRST, 9530) - 1));
        assertThat(missed.path("items")).hasSize(1);
        assertThat(missed.path("items").get(0)).isEqualTo(item(FIRST, 9530));
    }

    @Test
    void tellsTheFeedToPushAlone() {
        for (String path : List.of("/internal/feed?after=0", "/internal/feed/head", "/internal/inbox?unit=1&after=0")) {
            assertThat(api.get(path).send().status()).isEqualTo(401);
            assertThat(api.get(path).as(tokens.at(FIRST)).send().problem()).isEqualTo("caller.not-a-service");
            assertThat(api.get(path).as(tokens.administrator()).send().problem())
                    .isEqualTo("caller.not-a-service");
            assertThat(api.get(path).as(tokens.service("task")).send().problem())
                    .isEqualTo("access.denied");
        }
    }

    private JsonNode internal(String path) {
        var answer = api.get(path).as(tokens.service("push")).send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode inbox(long unit, String query) {
        var answer = api.get("/v1/inbox" + query).as(tokens.at(unit)).send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private long unread(long unit) {
        return api.get("/v1/inbox/summary")
                .as(tokens.at(unit))
                .send()
                .json()
                .path("unread")
                .asLong();
    }

    private int read(long unit, long position) {
        return api.post("/v1/inbox/" + position + "/reading")
                .as(tokens.at(unit))
                .send()
                .status();
    }

    private JsonNode item(long unit, long dispatch) {
        for (var item : inbox(unit, "?limit=200").path("items")) {
            if (item.path("dispatch").asLong() == dispatch) return item;
        }
        return tools.jackson.databind.node.MissingNode.getInstance();
    }

    /** The position at which a dispatch has come in. */
    private long awaitItem(long unit, long dispatch) {
        await().atMost(Duration.ofSeconds(20)).until(() -> !item(unit, dispatch).isMissingNode());
        return item(unit, dispatch).path("position").asLong();
    }
}
