package cn.dangjian.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.local.House;
import cn.dangjian.testkit.Api;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server goes away: requests are answered as well as can be, and nothing is lost. */
class OutageJourney {

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
    void dispatchesWithoutTheBrokerAndDeliversWhenItIsBack() {
        String county = people.token("COUNTY");
        String village = people.token("VILLAGE");
        long dispatch;
        house.servers().broker().stop();
        try {
            dispatch = tasks.dispatch(county, "断网期间派送");
            assertThat(tasks.inbox(village, dispatch)).isEmpty();
        } finally {
            house.servers().broker().start();
        }

        await().atMost(PATIENCE).until(() -> tasks.inbox(village, dispatch).size() == 1);
    }

    @Test
    void worksWithoutRedisAndPushesByPolling() {
        String county = people.token("COUNTY");
        String village = people.token("VILLAGE");
        try (var phone = new Stream(house.gatewayUrl(), village, null)) {
            await().until(phone::isReady);
            house.servers().redis().stop();
            try {
                long dispatch = tasks.dispatch(county, "缓存停用期间派送");

                await().atMost(Duration.ofSeconds(20)).until(() -> phone.inbox().stream()
                        .anyMatch(push -> push.data().path("dispatch").asLong() == dispatch));
            } finally {
                house.servers().redis().start();
            }
        }
    }

    @Test
    void says503WithoutTheDatabaseAndRecoversByItself() {
        String county = people.token("COUNTY");
        house.servers().database().stop();
        try {
            var answer = api.get("/task/v1/dispatches").as(county).send();
            assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isNotNull();
        } finally {
            house.servers().database().start();
        }

        await().atMost(PATIENCE)
                .until(() -> api.get("/task/v1/dispatches").as(county).send().status() == 200);
    }
}
