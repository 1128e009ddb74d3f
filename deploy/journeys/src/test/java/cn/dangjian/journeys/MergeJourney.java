package cn.dangjian.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.local.House;
import cn.dangjian.testkit.Api;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A village with open tasks and members is merged into another one, which goes on with both. */
class MergeJourney {

    private static final Duration SECONDS = Duration.ofSeconds(15);
    private static final int AT_ONCE = 4;
    private static final List<String> TIERS = List.of("PROVINCE", "CITY", "COUNTY", "TOWNSHIP");

    private final House house = StartedHouse.get();
    private final People people = new People(house);
    private final Api api = Catalogue.api(house.gatewayUrl());
    private final Tasks tasks = new Tasks(house.gatewayUrl());
    private final Units units = new Units(house);
    private final Members members = new Members(api);

    @BeforeEach
    void aCalmHouse() {
        StartedHouse.awaitCalm();
    }

    @Test
    void theHeirGoesOnWithTasksAndMembers() {
        String county = people.token("COUNTY");
        String township = people.token("TOWNSHIP");
        long x = aVillage("381", "虚构东河村委会");
        long y = aVillage("382", "虚构西河村委会");
        var clerkOfX = clerkOf(x);
        var clerkOfY = clerkOf(y);
        long both = tasks.dispatch(county, "两村都有", List.of(x, y));
        long alone = tasks.dispatch(county, "只有东河村有", List.of(x));
        await().atMost(SECONDS).until(() -> tasks.inbox(clerkOfX.token(), alone).size() == 1);
        long passed = assignment(clerkOfX, alone);
        assertThat(tasks.sign(clerkOfX.token(), passed).status()).isEqualTo(200);
        long member = members.register(clerkOfX.token(), x, Members.fullMember("虚构并入甲"));
        await().atMost(SECONDS).untilAsserted(() -> assertThat(counted(x)).isEqualTo(1));

        var decided = await().atMost(SECONDS).until(() -> proposed(x, y), MergeJourney::tellsBoth);
        var approved = units.decide(county, decided.path("id").asLong());

        assertThat(approved.at("/open/0/unit").asLong()).isEqualTo(x);
        await().atMost(SECONDS).untilAsserted(() -> {
            var item = tasks.inbox(clerkOfY.token(), alone);
            assertThat(item).hasSize(1);
            assertThat(item.getFirst().at("/handedFrom/id").asLong()).isEqualTo(x);
            assertThat(item.getFirst().path("assignment").asLong()).isEqualTo(passed);
        });
        // what the old village signed is signed
        done(clerkOfY, passed);
        long own = assignment(clerkOfY, both);
        assertThat(tasks.sign(clerkOfY.token(), own).status()).isEqualTo(200);
        done(clerkOfY, own);
        for (String tier : TIERS) {
            String token = people.token(tier);
            await().atMost(SECONDS).untilAsserted(() -> {
                assertThatItIsComplete(token, alone, 1, 0);
                assertThatItIsComplete(token, both, 2, 1);
            });
        }
        for (long dispatch : List.of(both, alone)) {
            var check = api.get("/statistics/v1/dispatches/" + dispatch + "/check")
                    .as(county)
                    .send()
                    .json();
            assertThat(check.path("mismatches")).isEmpty();
            assertThat(check.path("addressed").asInt())
                    .isEqualTo(check.path("announced").asInt());
        }
        assertThat(tasks.ledger(county, both).path("delivered").asInt()).isEqualTo(2);
        assertThat(tasks.ledger(county, alone).path("delivered").asInt()).isEqualTo(1);
        assertThat(tasks.ledger(county, alone).path("handedOn").asInt()).isEqualTo(1);
        for (String reader : List.of(county, township, clerkOfY.token()))
            assertThat(api.get("/task/v1/assignments/" + passed)
                            .as(reader)
                            .send()
                            .status())
                    .isEqualTo(200);
        await().atMost(SECONDS).untilAsserted(() -> assertThat(members.get(clerkOfY.token(), "members/" + member)
                        .json()
                        .at("/member/unit")
                        .asLong())
                .isEqualTo(y));
        assertThat(api.get("/notification/v1/inbox").as(clerkOfX.token()).send().status())
                .isIn(401, 403);
    }

    /**
     * Prints how long it takes: three hundred open assignments on either side, half of them of the same dispatches, fifty
     * members, and two register units.
     */
    @Test
    void threeHundredTasksOnEitherSideAreTheHeirsWithinSeconds() {
        String county = people.token("COUNTY");
        long x = aVillage("383", "虚构南河村委会");
        long y = aVillage("384", "虚构北河村委会");
        var clerkOfX = clerkOf(x);
        var clerkOfY = clerkOf(y);
        for (int i = 0; i < 50; i++) members.register(clerkOfX.token(), x, Members.fullMember("虚构南河人" + i));
        register(x, "虚构南河合作社");
        register(x, "虚构南河商店");
        await().atMost(SECONDS).untilAsserted(() -> assertThat(counted(x)).isEqualTo(50));
        var both = dispatched(i -> tasks.dispatch(county, "两村 " + i, List.of(x, y)));
        var alone = dispatched(i -> tasks.dispatch(county, "南河 " + i, List.of(x)));
        assertThat(dispatched(i -> tasks.dispatch(county, "北河 " + i, List.of(y))))
                .doesNotHaveDuplicates();
        var proposal = await().atMost(SECONDS).until(() -> proposed(x, y), said -> ties(said)
                .containsAll(List.of("assignments 300 HEIR", "members 50 HEIR")));
        await().atMost(SECONDS)
                .until(() -> pages("/notification/v1/inbox", clerkOfY).size() == 300);

        long before = System.nanoTime();
        units.decide(county, proposal.path("id").asLong());
        await().atMost(SECONDS).pollInterval(Duration.ofMillis(50)).untilAsserted(() -> {
            assertThat(addressed(alone.getLast(), y)).isEqualTo(1);
            assertThat(figure(both.getLast(), county, "merged")).isEqualTo(1);
        });
        await().atMost(SECONDS).pollInterval(Duration.ofMillis(50)).untilAsserted(() -> {
            assertThat(pages("/task/v1/assignments", clerkOfY)).hasSize(450);
            assertThat(pages("/notification/v1/inbox", clerkOfY)).hasSize(450);
        });
        await().atMost(SECONDS).pollInterval(Duration.ofMillis(50)).untilAsserted(() -> {
            assertThat(counted(y)).isEqualTo(50);
            assertThat(registered(y)).isEqualTo(2);
        });
        var took = Duration.ofNanos(System.nanoTime() - before);

        System.out.printf(
                "A merge of 300 and 300 open assignments is right in every service after %d ms%n", took.toMillis());
        assertThat(took).isLessThan(Duration.ofSeconds(10));
        for (long dispatch : both) {
            assertThat(figure(dispatch, county, "merged")).isEqualTo(1);
            assertThat(figure(dispatch, county, "addressed")).isEqualTo(2);
        }
        for (long dispatch : alone) assertThat(addressed(dispatch, y)).isEqualTo(1);
    }

    /** A hundred and fifty, some at a time; their ids in their order. */
    private static List<Long> dispatched(IntToLongFunction dispatch) {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var running = IntStream.range(0, 150)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> dispatch.applyAsLong(i), threads))
                    .toList();
            return running.stream().map(CompletableFuture::join).sorted().toList();
        }
    }

    /** The demo township proposes a village, the county approves it. */
    private long aVillage(String ending, String name) {
        String township = people.token("TOWNSHIP");
        long above = people.at("TOWNSHIP").unit();
        String code = units.get(township, above).path("code").asString() + ending;
        long village = units.establish(township, people.token("COUNTY"), above, Map.of("code", code, "name", name));
        units.awaitEverywhere();
        var there = new ArrayList<>(List.of(village));
        TIERS.forEach(tier -> there.add(people.at(tier).unit()));
        Units.wereThereBefore(there);
        return village;
    }

    private People.Person clerkOf(long unit) {
        return people.activate("VILLAGE", unit, 1).getFirst();
    }

    private JsonNode proposed(long from, long into) {
        return units.propose(people.token("TOWNSHIP"), Map.of("type", "MERGE", "units", List.of(from), "into", into));
    }

    /** What is open is heard of from other services. */
    private static boolean tellsBoth(JsonNode proposal) {
        return ties(proposal).containsAll(List.of("assignments 2 HEIR", "members 1 HEIR"));
    }

    private static List<String> ties(JsonNode proposal) {
        return proposal.at("/open/0/ties")
                .valueStream()
                .map(tie -> tie.path("what").asString() + " "
                        + tie.path("count").asInt() + " " + tie.path("becomes").asString())
                .toList();
    }

    /** The township enters a private enterprise of a village. */
    private void register(long village, String name) {
        var body = Map.of(
                "name",
                name,
                "type",
                "PRIVATE_ENTERPRISE",
                "employees",
                5,
                "members",
                0,
                "placeId",
                village,
                "on",
                LocalDate.now(ZoneId.of("Asia/Shanghai")));
        var answer = api.post("/organization/v1/register-units", body)
                .as(people.token("TOWNSHIP"))
                .key()
                .send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    private int registered(long village) {
        return api.get("/organization/v1/register-units?place=" + village)
                .as(people.token("TOWNSHIP"))
                .send()
                .json()
                .path("items")
                .size();
    }

    private long assignment(People.Person clerk, long dispatch) {
        return tasks.inbox(clerk.token(), dispatch)
                .getFirst()
                .path("assignment")
                .asLong();
    }

    private void done(People.Person clerk, long assignment) {
        assertThat(tasks.submit(clerk.token(), assignment).status()).isEqualTo(201);
        assertThat(tasks.approve(people.token("TOWNSHIP"), assignment).status()).isEqualTo(200);
    }

    private void assertThatItIsComplete(String token, long dispatch, long addressed, long merged) {
        var progress = tasks.progress(token, dispatch);
        var figures = Tasks.figures(progress.path("unit"));
        assertThat(figures)
                .containsEntry("addressed", addressed)
                .containsEntry("delivered", addressed)
                .containsEntry("merged", merged)
                .containsEntry("approved", addressed - merged);
        assertThat(Tasks.sums(progress)).isEqualTo(figures);
    }

    private int counted(long unit) {
        return members.get(people.token("TOWNSHIP"), "units/" + unit + "/counts")
                .json()
                .at("/whole/members")
                .asInt();
    }

    private long figure(long dispatch, String token, String figure) {
        return Tasks.figures(tasks.progress(token, dispatch).path("unit")).get(figure);
    }

    /** How much of a dispatch a unit has, as its township sees it. */
    private int addressed(long dispatch, long unit) {
        return api.get("/statistics/v1/dispatches/" + dispatch + "/progress?unit=" + unit)
                .as(people.token("TOWNSHIP"))
                .send()
                .json()
                .at("/unit/figures/addressed")
                .asInt();
    }

    private List<JsonNode> pages(String path, People.Person reader) {
        var all = new ArrayList<JsonNode>();
        String cursor = "";
        do {
            var page = api.get(path + "?limit=200" + cursor).as(reader.token()).send();
            assertThat(page.status()).as(page.toString()).isEqualTo(200);
            page.json().path("items").forEach(all::add);
            var next = page.json().path("next");
            cursor = next.isString() ? "&cursor=" + next.asString() : "";
        } while (!cursor.isEmpty());
        return all;
    }
}
