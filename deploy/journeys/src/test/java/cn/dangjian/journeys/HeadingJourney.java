package cn.dangjian.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.local.House;
import cn.dangjian.testkit.Api;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A province with a city without counties (不设区的市) and counties without a city (省直辖县): nobody is at the headings. */
class HeadingJourney {

    private static final Duration SECONDS = Duration.ofSeconds(20);
    private static final String PROVINCE = "97";
    private static final Map<String, String> FILES = Map.of(
            "cities.csv", """
            code,name,provinceCode
            9701,虚构海川市,97
            9704,虚构儋阳市,97
            9790,省直辖县级行政区划,97
            """,
            "areas.csv", """
            code,name,cityCode,provinceCode
            970105,虚构龙泉区,9701,97
            970400,虚构儋阳市,9704,97
            979001,虚构五峰市,9790,97
            979021,虚构定平县,9790,97
            """,
            "streets.csv", """
            code,name,areaCode,provinceCode,cityCode
            970105001,虚构滨江街道,970105,97,9701
            970400100,虚构那大镇,970400,97,9704
            979021100,虚构定城镇,979021,97,9790
            """,
            "villages.csv", """
            code,name,streetCode,provinceCode,cityCode,areaCode
            970400100201,虚构茶山村委会,970400100,97,9704,970400
            """);

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
    void aCityWithoutCountiesLeadsItsTownships() {
        imported();
        units.awaitEverywhere();
        var head = head();
        long province = head.unit();

        var cities = activated("CITY", province);
        var counties = activated("COUNTY", province);
        assertThat(cities.keySet()).containsExactlyInAnyOrder("9701", "9704");
        assertThat(counties.keySet()).containsExactlyInAnyOrder("970105", "979001", "979021");
        var township = activated("TOWNSHIP", province).get("970400100");
        var city = cities.get("9704");

        long toCities = tasks.dispatchTo("CITY", head.token(), "派给各市");
        long toCounties = tasks.dispatchTo("COUNTY", head.token(), "派给各县");
        long toTownships = tasks.dispatchTo("TOWNSHIP", city.token(), "派给各镇");

        assertThat(counts(head.token(), province)).containsEntry("CITY", 2).containsEntry("COUNTY", 3);
        await().atMost(SECONDS).untilAsserted(() -> {
            assertThat(ledger(head.token(), toCities))
                    .containsEntry("addressed", 4)
                    .containsEntry("delivered", 4);
            assertThat(ledger(head.token(), toCounties))
                    .containsEntry("addressed", 4)
                    .containsEntry("delivered", 4);
            assertThat(tasks.inbox(counties.get("979021").token(), toCities)).hasSize(1);
            assertThat(tasks.inbox(city.token(), toCounties)).hasSize(1);
            assertThat(tasks.inbox(township.token(), toTownships)).hasSize(1);
        });

        long assignment = tasks.inbox(township.token(), toTownships)
                .getFirst()
                .path("assignment")
                .asLong();
        assertThat(tasks.sign(township.token(), assignment).status()).isEqualTo(200);
        assertThat(tasks.submit(township.token(), assignment).status()).isEqualTo(201);
        assertThat(tasks.approve(head.token(), assignment).status()).isEqualTo(403);
        var approved = tasks.approve(city.token(), assignment);
        assertThat(approved.status()).as(approved.toString()).isEqualTo(200);
        await().atMost(SECONDS).untilAsserted(() -> assertThat(tasks.progress(city.token(), toTownships)
                        .path("unit")
                        .path("figures")
                        .path("approved")
                        .asInt())
                .isEqualTo(1));
    }

    /** The operator imports the four files. */
    private void imported() {
        String operator = people.operator();
        var opened = api.post("/organization/v1/imports", Map.of("provinceCode", PROVINCE, "provinceName", "虚构琼海省"))
                .as(operator)
                .key()
                .send();
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        String path = "/organization/v1/imports/" + opened.json().path("id").asLong();
        for (String file : List.of("cities.csv", "areas.csv", "streets.csv", "villages.csv"))
            assertThat(api.patch(path + "/files/" + file, FILES.get(file).getBytes(UTF_8))
                            .as(operator)
                            .header("Upload-Offset", "0")
                            .send()
                            .status())
                    .isEqualTo(204);
        assertThat(api.post(path + "/application").as(operator).send().status()).isEqualTo(202);
        await().atMost(SECONDS).until(() -> api.get(path)
                .as(operator)
                .send()
                .json()
                .path("state")
                .asString()
                .equals("DONE"));
    }

    /** The office of the province, with a code from the operator. */
    private People.Person head() {
        var codes = api.post("/identity/v1/activation-codes", Map.of("tier", "PROVINCE"))
                .as(people.operator())
                .send()
                .json();
        var code = codes.valueStream()
                .filter(each -> each.path("login").asString().equals(PROVINCE))
                .findFirst()
                .orElseThrow();
        var token = people.activated(code).token();
        var me = api.get("/identity/v1/me").as(token).send().json();
        return new People.Person(PROVINCE, me.path("unit").asLong(), token);
    }

    private Map<String, People.Person> activated(String tier, long under) {
        return people.activate(tier, under, 100).stream().collect(toMap(People.Person::login, person -> person));
    }

    private Map<String, Integer> counts(String token, long unit) {
        return api.get("/organization/v1/units/" + unit + "/counts")
                .as(token)
                .send()
                .json()
                .valueStream()
                .collect(toMap(count -> count.path("tier").asString(), count -> count.path("units")
                        .asInt()));
    }

    private Map<String, Integer> ledger(String token, long dispatch) {
        JsonNode ledger = tasks.ledger(token, dispatch);
        return Map.of(
                "addressed", ledger.path("addressed").asInt(),
                "delivered", ledger.path("delivered").asInt());
    }
}
