package cn.dangjian.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.local.House;
import cn.dangjian.testkit.Api;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A month is billed, paid, passed on, and explained to the member who paid. */
class DuesJourney {

    private static final Duration SECONDS = Duration.ofSeconds(20);
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final YearMonth NOW = YearMonth.from(TODAY);

    private final House house = StartedHouse.get();
    private final People people = new People(house);
    private final Api api = Catalogue.api(house.gatewayUrl());
    private final Members members = new Members(api);

    @BeforeEach
    void aCalmHouse() {
        StartedHouse.awaitCalm();
    }

    @Test
    void whatAMemberPaysIsExplainedAndPassedOn() {
        String village = people.token("VILLAGE");
        String township = people.token("TOWNSHIP");
        String county = people.token("COUNTY");
        long branch = people.at("VILLAGE").unit();
        long above = people.at("TOWNSHIP").unit();
        var body = new HashMap<>(Members.fullMember("虚构缴费"));
        body.put("memberClass", "EMPLOYED");
        long id = members.register(village, branch, body);
        String own = members.signedIn(id, village, people);

        await().atMost(SECONDS)
                .until(() -> get(village, "members/" + id + "/dues").status() == 200);
        var base = post(
                village,
                "members/" + id + "/bases",
                Map.of("scale", "SALARY", "pay", "3000.00", "from", NOW.toString(), "document", "虚工资单〔2026〕1号"));
        assertThat(base.status()).as(base.toString()).isEqualTo(201);
        var asked = post(county, "months/" + NOW + "/bills", Map.of());
        assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
        await().atMost(SECONDS).until(() -> get(county, "months/" + NOW).json(), month -> month.path("complete")
                .asBoolean());
        await().atMost(SECONDS).untilAsserted(() -> assertThat(open(own)).isEqualTo("15.00"));

        var explained = get(own, "me/dues/" + NOW).json();
        assertThat(explained.path("formula").asString()).isEqualTo("3000.00 × 0.5% = 15.00");
        assertThat(explained.at("/rule/source").asString()).contains("第二条");

        var before = figures(county, above);
        var paid = post(
                village,
                "members/" + id + "/payments",
                Map.of("amount", "15.00", "day", TODAY.toString(), "way", "CASH", "by", "MEMBER"));
        assertThat(paid.status()).as(paid.toString()).isEqualTo(201);
        assertThat(open(own)).isEqualTo("0.00");
        await().atMost(SECONDS).untilAsserted(() -> assertThat(yuan(figures(county, above), "collected"))
                .isEqualByComparingTo(yuan(before, "collected").add(new BigDecimal("15.00"))));

        var sent = post(
                village,
                "units/" + branch + "/handovers",
                Map.of("fund", "DUES", "until", NOW.toString(), "amount", "15.00", "day", TODAY.toString()));
        assertThat(sent.status()).as(sent.toString()).isEqualTo(201);
        var received = post(
                township,
                "handovers/" + sent.json().path("id").asLong() + "/receipt",
                Map.of("amount", "15.00", "day", TODAY.toString(), "receipt", "虚收据〔2026〕1号"));
        assertThat(received.status()).as(received.toString()).isEqualTo(200);
        await().atMost(SECONDS).untilAsserted(() -> assertThat(yuan(figures(county, above), "received"))
                .isEqualByComparingTo(yuan(before, "received").add(new BigDecimal("15.00"))));
        assertThat(get(people.operator(), "trial-balance")
                        .json()
                        .path("balanced")
                        .asBoolean())
                .isTrue();
    }

    private String open(String token) {
        return get(token, "me/dues").json().path("open").asString();
    }

    private JsonNode figures(String token, long unit) {
        return get(token, "units/" + unit + "/totals").json().path("all");
    }

    private static BigDecimal yuan(JsonNode figures, String name) {
        return new BigDecimal(figures.path(name).asString());
    }

    private Api.Answer get(String token, String path) {
        return api.get("/dues/v1/" + path).as(token).send();
    }

    private Api.Answer post(String token, String path, Object body) {
        return api.post("/dues/v1/" + path, body).as(token).key().send();
    }
}
