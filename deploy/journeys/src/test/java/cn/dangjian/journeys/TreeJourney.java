package cn.dangjian.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.local.House;
import cn.dangjian.testkit.Api;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tree changes, and every service follows: who is reached, who sees whom, where figures stand. */
class TreeJourney {

    private static final Duration SECONDS = Duration.ofSeconds(5);

    private final House house = StartedHouse.get();
    private final People people = new People(house);
    private final Api api = Catalogue.api(house.gatewayUrl());
    private final Tasks tasks = new Tasks(house.gatewayUrl());
    private final Units units = new Units(house);

    @BeforeEach
    void aCalmHouse() {
        StartedHouse.awaitCalm();
    }

    @Test
    void aVillageEstablishedTodayHasAnAccountAndIsReached() {
        String county = people.token("COUNTY");
        long village = aVillage("398", "虚构新桥村委会");

        var clerk = clerkOf(village);
        long dispatch = tasks.dispatch(county, "新设村核实");

        await().atMost(SECONDS).until(() -> tasks.inbox(clerk.token(), dispatch).size() == 1);
        assertThat(units.list(clerk.token(), "")).hasSize(1);
        assertThat(units.ask(clerk.token(), people.at("VILLAGE").unit()).status())
                .isEqualTo(404);
    }

    @Test
    void aVillageThatMovesIsSeenFromWhereItIs() {
        String township = people.token("TOWNSHIP");
        String county = people.token("COUNTY");
        long village = aVillage("397", "虚构渡口村委会");
        long elsewhere = units.list(county, "tier=TOWNSHIP").stream()
                .map(unit -> unit.path("id").asLong())
                .filter(unit -> unit != people.at("TOWNSHIP").unit())
                .findFirst()
                .orElseThrow();
        var neighbour = people.activate("TOWNSHIP", elsewhere, 1).getFirst();
        long dispatch = tasks.dispatch(county, "改隶前派送");
        await().atMost(SECONDS).untilAsserted(() -> assertThat(progressOf(village, dispatch, township))
                .isEqualTo(200));
        assertThat(progressOf(village, dispatch, neighbour.token())).isEqualTo(404);

        units.change(county, people.token("CITY"), Map.of("type", "MOVE", "unit", village, "parent", elsewhere));

        await().atMost(SECONDS).untilAsserted(() -> {
            assertThat(units.ask(township, village).status()).isEqualTo(404);
            assertThat(units.ask(neighbour.token(), village).status()).isEqualTo(200);
            assertThat(progressOf(village, dispatch, township)).isEqualTo(404);
            assertThat(progressOf(village, dispatch, neighbour.token())).isEqualTo(200);
        });
        units.awaitEverywhere();
        var today = api.get("/statistics/v1/dispatches/" + dispatch + "/progress?tree=NOW&unit=" + elsewhere)
                .as(neighbour.token())
                .send()
                .json();
        assertThat(today.path("children").valueStream().map(child -> child.path("id")
                        .asLong()))
                .contains(village);
        assertThat(Tasks.sums(today)).isEqualTo(Tasks.figures(today.path("unit")));
    }

    /** The demo township proposes a village, the county approves it. */
    private long aVillage(String ending, String name) {
        String township = people.token("TOWNSHIP");
        long above = people.at("TOWNSHIP").unit();
        String code = units.get(township, above).path("code").asString() + ending;
        long village = units.establish(township, people.token("COUNTY"), above, Map.of("code", code, "name", name));
        units.awaitEverywhere();
        return village;
    }

    private People.Person clerkOf(long unit) {
        return people.activate("VILLAGE", unit, 1).getFirst();
    }

    private int progressOf(long unit, long dispatch, String token) {
        return api.get("/statistics/v1/dispatches/" + dispatch + "/progress?unit=" + unit)
                .as(token)
                .send()
                .status();
    }
}
