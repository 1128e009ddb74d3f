package cn.dangjian.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.local.House;
import cn.dangjian.testkit.Api;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A township debriefs: a village appraises it unread, and what the county puts on its list is done as a task. */
class DebriefingJourney {

    private static final Duration SECONDS = Duration.ofSeconds(30);
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private final House house = StartedHouse.get();
    private final People people = new People(house);
    private final Api api = Catalogue.api(house.gatewayUrl());
    private final Tasks tasks = new Tasks(house.gatewayUrl());

    @BeforeEach
    void aCalmHouse() {
        StartedHouse.awaitCalm();
    }

    @Test
    void whatTheCountyListsIsPutRightAsATask() {
        String county = people.token("COUNTY");
        String township = people.token("TOWNSHIP");
        String village = people.token("VILLAGE");
        long unit = people.at("TOWNSHIP").unit();
        long campaign =
                read("/assessment/v1/appraisals", county).at("/items/0/id").asLong();
        long object = read("/assessment/v1/appraisals/" + campaign, county)
                .path("units")
                .valueStream()
                .filter(one -> one.path("unit").asLong() == unit)
                .findFirst()
                .orElseThrow()
                .path("id")
                .asLong();
        String path = "/assessment/v1/appraised-units/" + object;

        var given =
                api.put(path + "/sheet", Map.of("points", "86.50")).as(village).send();
        assertThat(given.status()).as(given.toString()).isEqualTo(200);
        assertThat(given.json().path("secret").asBoolean()).isTrue();
        assertThat(given.json().path("points").isNull()).isTrue();

        var item = Map.of(
                "problem",
                "后备干部不足",
                "measure",
                "每村培养一名",
                "due",
                TODAY.plusDays(60).toString());
        assertThat(post(path + "/rectifications", item, county).status()).isEqualTo(201);
        assertThat(post(path + "/rectification-list", Map.of(), county).status())
                .isEqualTo(200);
        String link = await().atMost(SECONDS)
                .until(() -> last(path, township).path("link").asString(""), found -> !found.isEmpty());
        long assignment = Long.parseLong(link.substring(link.lastIndexOf('/') + 1));

        await().atMost(SECONDS).until(() -> tasks.sign(township, assignment).status() == 200);
        assertThat(tasks.submit(township, assignment).status()).isBetween(200, 201);
        assertThat(tasks.approve(county, assignment).status()).isEqualTo(200);

        await().atMost(SECONDS).untilAsserted(() -> assertThat(
                        last(path, township).path("state").asString(""))
                .isEqualTo("APPROVED"));
    }

    /** What was listed last, as the township reads it. */
    private JsonNode last(String path, String token) {
        var items = read(path + "/rectifications", token).path("items");
        return items.path(items.size() - 1);
    }

    private JsonNode read(String path, String token) {
        var answer = api.get(path).as(token).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private Api.Answer post(String path, Object body, String token) {
        return api.post(path, body).as(token).key().send();
    }
}
