package cn.dangjian.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.local.House;
import cn.dangjian.testkit.Api;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every push is accounted for: addressed = delivered + failed + pending, whatever dies in between. */
class LedgerJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final House house = StartedHouse.get();
    private final People people = new People(house);
    private final Api api = Catalogue.api(house.gatewayUrl());
    private final Tasks tasks = new Tasks(house.gatewayUrl());

    @BeforeEach
    void aCalmHouse() {
        StartedHouse.awaitCalm();
    }

    @Test
    void closesForADispatchToEveryVillage() {
        String province = people.token("PROVINCE");

        long dispatch = tasks.dispatch(province, "全省村级活动场所核实");

        awaitClosed(province, dispatch);
    }

    @ParameterizedTest
    @ValueSource(strings = {"task", "notification", "statistics"})
    void closesAlthoughAServiceIsKilledInTheMiddle(String service) {
        String province = people.token("PROVINCE");
        var dispatches = new ArrayList<Long>();
        for (int i = 0; i < 5; i++) dispatches.add(tasks.dispatch(province, service + " 之前 " + i));

        house.service(service).kill();
        if (!service.equals("task")) {
            for (int i = 0; i < 3; i++) dispatches.add(tasks.dispatch(province, service + " 其间 " + i));
        }
        house.service(service).start();
        house.service(service).awaitHealthy();
        dispatches.add(tasks.dispatch(province, service + " 之后"));

        for (long dispatch : dispatches) awaitClosed(province, dispatch);
    }

    @Test
    void createsOneDispatchHoweverOftenTheClientRepeatsItsRequest() {
        String province = people.token("PROVINCE");
        String key = UUID.randomUUID().toString();
        var ids = new HashSet<Long>();
        house.service("task").kill();
        house.service("task").start();

        for (int i = 0; i < 5; i++) ids.add(tasks.dispatch(province, "只派送一次", key));

        assertThat(ids).hasSize(1);
    }

    private void awaitClosed(String token, long dispatch) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            var ledger = tasks.ledger(token, dispatch);
            long addressed = ledger.path("addressed").asLong();
            assertThat(addressed).as(ledger.toString()).isPositive();
            assertThat(ledger.path("delivered").asLong()
                            + ledger.path("failed").asLong()
                            + ledger.path("pending").asLong())
                    .isEqualTo(addressed);
            assertThat(ledger.path("pending").asLong()).as(ledger.toString()).isZero();
            var figures = Tasks.figures(tasks.progress(token, dispatch).path("unit"));
            assertThat(figures).containsEntry("addressed", addressed);
            assertThat(figures)
                    .containsEntry("delivered", ledger.path("delivered").asLong());
        });
        var units = entries(token, dispatch);
        assertThat(units).doesNotHaveDuplicates();
        assertThat((long) units.size())
                .isEqualTo(tasks.ledger(token, dispatch).path("addressed").asLong());
    }

    private List<Long> entries(String token, long dispatch) {
        var units = new ArrayList<Long>();
        String cursor = "";
        do {
            var page = api.get("/notification/v1/dispatches/" + dispatch + "/ledger/entries?limit=200"
                            + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .as(token)
                    .send()
                    .json();
            page.path("items")
                    .valueStream()
                    .forEach(entry -> units.add(entry.path("unit").asLong()));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        return units;
    }
}
