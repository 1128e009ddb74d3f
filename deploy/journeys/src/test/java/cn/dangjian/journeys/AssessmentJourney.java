package cn.dangjian.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.local.House;
import cn.dangjian.testkit.Api;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A village does what it was given, and its score says so; nobody fills in a form. */
class AssessmentJourney {

    private static final Duration SECONDS = Duration.ofSeconds(30);
    private static final int YEAR = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear();

    private final House house = StartedHouse.get();
    private final People people = new People(house);
    private final Api api = Catalogue.api(house.gatewayUrl());
    private final Tasks tasks = new Tasks(house.gatewayUrl());

    @BeforeEach
    void aCalmHouse() {
        StartedHouse.awaitCalm();
    }

    @Test
    void whatAVillageHandsInIsAFactOfItsScore() {
        String village = people.token("VILLAGE");
        String county = people.token("COUNTY");
        long unit = people.at("VILLAGE").unit();
        long before = line(village, unit, "TASKS").path("numerator").asLong();

        long dispatch = tasks.dispatch(county, "核实党组织活动场所", List.of(unit));
        var item = await().atMost(SECONDS).until(() -> tasks.inbox(village, dispatch), items -> !items.isEmpty());
        long assignment = item.getFirst().path("assignment").asLong();
        assertThat(tasks.sign(village, assignment).status()).isEqualTo(200);
        assertThat(tasks.submit(village, assignment).status()).isBetween(200, 201);

        await().atMost(SECONDS).untilAsserted(() -> assertThat(
                        line(village, unit, "TASKS").path("numerator").asLong())
                .isEqualTo(before + 1));
        assertThat(line(village, unit, "TASKS").path("facts").valueStream().map(fact -> fact.path("link")
                        .asString()))
                .contains("/task/v1/assignments/" + assignment);
        assertThat(api.get("/assessment/v1/units/" + unit + "/results")
                        .as(village)
                        .send()
                        .json()
                        .path("results")
                        .size())
                .isPositive();
        var imagined = api.post(
                        "/assessment/v1/units/" + unit + "/imagined-scores",
                        Map.of("changes", List.of(Map.of("indicator", "TASKS", "numerator", 0, "denominator", 1))))
                .as(village)
                .send();
        assertThat(imagined.json().path("total").asDouble())
                .isLessThanOrEqualTo(imagined.json().path("before").asDouble());
    }

    @Test
    void theLastYearIsFrozen() {
        String county = people.token("COUNTY");
        long scheme = api.get("/assessment/v1/schemes?year=" + (YEAR - 1))
                .as(county)
                .send()
                .json()
                .at("/items/0/id")
                .asLong();

        assertThat(api.get("/assessment/v1/schemes/" + scheme + "/closing")
                        .as(county)
                        .send()
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("FROZEN");
    }

    private JsonNode line(String token, long unit, String code) {
        var answer = api.get("/assessment/v1/units/" + unit + "/explanation")
                .as(token)
                .send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json()
                .at("/parts/0/indicators")
                .valueStream()
                .filter(line -> line.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
