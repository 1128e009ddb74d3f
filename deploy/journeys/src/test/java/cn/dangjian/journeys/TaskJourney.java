package cn.dangjian.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.testkit.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A task goes from the county to its villages and back. */
class TaskJourney {

    private static final Duration PROMPT = Duration.ofSeconds(2);

    private final People people = new People(StartedHouse.get());
    private final String gateway = StartedHouse.get().gatewayUrl();
    private final Api api = Catalogue.api(gateway);
    private final Tasks tasks = new Tasks(gateway);

    @BeforeEach
    void aCalmHouse() {
        StartedHouse.awaitCalm();
    }

    @Test
    void goesFromTheCountyToItsVillagesAndBack() {
        String county = people.token("COUNTY");
        String village = people.token("VILLAGE");
        String township = people.token("TOWNSHIP");
        long dispatch;
        try (var phone = new Stream(gateway, village, null)) {
            await().until(phone::isReady);
            dispatch = tasks.dispatch(county, "核实村级活动场所");
            var committed = Instant.now();
            // whatever has been heard by now, the issuer is never told that there is no such dispatch
            assertThat(tasks.ledger(county, dispatch).has("complete")).isTrue();
            assertThat(tasks.progress(county, dispatch).has("complete")).isTrue();

            await().atMost(Duration.ofSeconds(10))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> phone.inbox().stream().anyMatch(push -> isOf(push, dispatch)));
            var push = phone.inbox().stream()
                    .filter(p -> isOf(p, dispatch))
                    .findFirst()
                    .orElseThrow();
            assertThat(Duration.between(committed, push.at())).isLessThan(PROMPT);
        }
        await().until(() -> tasks.inbox(village, dispatch).size() == 1);
        long assignment =
                tasks.inbox(village, dispatch).getFirst().path("assignment").asLong();

        assertThat(tasks.submit(village, assignment).problem()).isEqualTo("assignment.not-signed");
        assertThat(tasks.sign(village, assignment).status()).isEqualTo(200);
        assertThat(tasks.submit(village, assignment).status()).isEqualTo(201);
        assertThat(tasks.sendBack(township, assignment).status()).isEqualTo(200);
        awaitFigure(county, dispatch, "returned", 1);
        assertThat(tasks.submit(village, assignment).status()).isEqualTo(201);
        assertThat(tasks.approve(township, assignment).status()).isEqualTo(200);
        assertThat(tasks.approve(township, assignment).problem()).isEqualTo("assignment.already-approved");
        await().untilAsserted(() -> assertThat(tasks.inbox(village, dispatch))
                .extracting(item -> item.path("kind").asString())
                .containsExactly("APPROVED", "RETURNED", "TASK"));

        for (String tier : List.of("PROVINCE", "CITY", "COUNTY", "TOWNSHIP")) {
            String token = people.token(tier);
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
                var progress = tasks.progress(token, dispatch);
                var figures = Tasks.figures(progress.path("unit"));
                assertThat(figures).as(tier + " " + progress).containsEntry("approved", 1L);
                assertThat(figures).containsEntry("signed", 1L).containsEntry("handedIn", 1L);
                assertThat(figures).containsEntry("submitted", 0L);
                assertThat(figures).containsEntry("returned", 0L).containsEntry("overdue", 0L);
                assertThat(figures.get("delivered")).isEqualTo(figures.get("addressed"));
                assertThat(Tasks.sums(progress)).isEqualTo(figures);
            });
        }
    }

    @Test
    void givesAPhoneThatWasAwayWhatItMissed() {
        String county = people.token("COUNTY");
        String village = people.token("VILLAGE");
        String seen;
        try (var phone = new Stream(gateway, village, null)) {
            await().until(phone::isReady);
            seen = phone.lastId();
        }

        var missed = List.of(tasks.dispatch(county, "甲"), tasks.dispatch(county, "乙"), tasks.dispatch(county, "丙"));
        await().until(() -> missed.stream()
                .allMatch(dispatch -> tasks.inbox(village, dispatch).size() == 1));

        try (var phone = new Stream(gateway, village, seen)) {
            await().until(() -> phone.inbox().size() >= 3);
            assertThat(phone.inbox())
                    .extracting(push -> push.data().path("dispatch").asLong())
                    .containsExactlyElementsOf(missed);
        }
    }

    @Test
    void showsAVillageOfAnotherCountyNothing() {
        String county = people.token("COUNTY");
        long dispatch = tasks.dispatch(county, "外县不可见");
        String village = people.token("VILLAGE");
        await().until(() -> tasks.inbox(village, dispatch).size() == 1);
        var item = tasks.inbox(village, dispatch).getFirst();
        long assignment = item.path("assignment").asLong();
        long unit = people.at("VILLAGE").unit();
        String stranger = someoneOfAnotherCounty();

        for (String url : List.of(
                "/task/v1/dispatches/" + dispatch,
                "/task/v1/dispatches/" + dispatch + "/assignments",
                "/task/v1/assignments/" + assignment,
                "/notification/v1/dispatches/" + dispatch + "/ledger",
                "/notification/v1/dispatches/" + dispatch + "/ledger/entries",
                "/statistics/v1/dispatches/" + dispatch + "/progress",
                "/statistics/v1/dispatches/" + dispatch + "/progress?unit=" + unit,
                "/statistics/v1/dispatches/" + dispatch + "/progress/units?state=pending",
                "/organization/v1/units/" + unit)) {
            assertThat(api.get(url).as(stranger).send().status()).as(url).isEqualTo(404);
            assertThat(api.get(url).send().status()).as(url).isEqualTo(401);
        }
        assertThat(tasks.sign(stranger, assignment).status()).isEqualTo(404);
        assertThat(tasks.submit(stranger, assignment).status()).isEqualTo(404);
        assertThat(tasks.approve(stranger, assignment).status()).isEqualTo(404);
        assertThat(tasks.sendBack(stranger, assignment).status()).isEqualTo(404);
        assertThat(tasks.inbox(stranger, dispatch)).isEmpty();
        assertThat(api.get("/push/v1/stream").send().status()).isEqualTo(401);
        assertThat(api.get("/task/internal/anything").as(stranger).send().status())
                .isEqualTo(404);
        assertThat(api.get("/task/actuator/health").as(stranger).send().status())
                .isEqualTo(404);
    }

    @Test
    void refusesBadInputAtTheDoor() {
        String county = people.token("COUNTY");

        assertThat(api.post("/task/v1/dispatches", "{").as(county).key().send().problem())
                .isEqualTo("body.malformed");
        assertThat(api.post("/task/v1/dispatches", "x".repeat(20_000_000))
                        .as(county)
                        .key()
                        .send()
                        .status())
                .isEqualTo(413);
        assertThat(api.get("/task/v1/dispatches").as(county + "x").send().status())
                .isEqualTo(401);
        assertThat(api.get("/nowhere").as(county).send().status()).isEqualTo(404);
        assertThat(api.post("/task/v1/dispatches", Map.of())
                        .as(county)
                        .key()
                        .send()
                        .problem())
                .isEqualTo("body.invalid");
    }

    @Test
    void publishesEveryServicesDocument() {
        for (String service : StartedHouse.services()) {
            var document = api.get("/" + service + "/v3/api-docs").send();
            assertThat(document.status()).as(service + " " + document).isEqualTo(200);
            assertThat(document.json().path("openapi").asString()).startsWith("3.");
        }
    }

    @Test
    void saysOfServicesWithoutRoomsThatTheyAreNotOpenYet() {
        for (String service : StartedHouse.get().emptyServices()) {
            var answer = api.get("/" + service + "/v1/anything")
                    .as(people.token("COUNTY"))
                    .send();
            assertThat(answer.status()).as(service + " " + answer).isEqualTo(501);
            assertThat(answer.problem()).isEqualTo("service.not-open");
        }
    }

    private String someoneOfAnotherCounty() {
        long city = people.at("CITY").unit();
        long county = people.at("COUNTY").unit();
        long other = api.get("/organization/v1/units?parent=" + city)
                .as(people.token("CITY"))
                .send()
                .json()
                .path("items")
                .valueStream()
                .mapToLong(unit -> unit.path("id").asLong())
                .filter(unit -> unit != county)
                .findFirst()
                .orElseThrow();
        return people.activate("VILLAGE", other, 1).getFirst().token();
    }

    private void awaitFigure(String token, long dispatch, String figure, long value) {
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(
                        Tasks.figures(tasks.progress(token, dispatch).path("unit")))
                .containsEntry(figure, value));
    }

    private static boolean isOf(Stream.Push push, long dispatch) {
        return push.data().path("dispatch").asLong() == dispatch;
    }
}
