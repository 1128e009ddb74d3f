package cn.dangjian.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.local.House;
import cn.dangjian.testkit.Api;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A member pays online: told twice it is booked once, and the county's reconciliation of the day finds it so. */
class OnlineJourney {

    private static final Duration SECONDS = Duration.ofSeconds(30);
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final YearMonth NOW = YearMonth.from(TODAY);

    private final House house = StartedHouse.get();
    private final People people = new People(house);
    private final Api api = Catalogue.api(house.gatewayUrl());

    /** The sandbox is not in the catalogue. */
    private final Api outside = new Api(house.gatewayUrl());

    private final Members members = new Members(api);

    @BeforeEach
    void aCalmHouse() {
        StartedHouse.awaitCalm();
    }

    @Test
    void whatAMemberPaysOnlineIsBookedOnceAndReconciled() {
        String village = people.token("VILLAGE");
        String county = people.token("COUNTY");
        long branch = people.at("VILLAGE").unit();
        var body = new HashMap<>(Members.fullMember("虚构线上"));
        body.put("memberClass", "EMPLOYED");
        long id = members.register(village, branch, body);
        String own = members.signedIn(id, village, people);
        owesFifteen(id, own, village, county);

        var ordered = post(own, "me/orders", Map.of("amount", "15.00"));
        assertThat(ordered.status()).as(ordered.toString()).isEqualTo(201);
        String order = "me/orders/" + ordered.json().path("id").asLong();
        String page = await().atMost(SECONDS)
                .until(() -> get(own, order).json().path("payUrl").asString(""), url -> !url.isEmpty());
        assertThat(outside.get(page).send().body()).contains("15.00");
        var paid = outside.post(page + "/payment?mood=TWICE").send();
        assertThat(paid.status()).as(paid.toString()).isEqualTo(200);

        await().atMost(SECONDS).until(() -> get(own, order).json().path("state").asString(), "PAID"::equals);
        var mine = get(own, "me/dues").json();
        assertThat(mine.path("open").asString()).isEqualTo("0.00");
        assertThat(mine.path("paidUntil").asString()).isEqualTo(NOW.toString());
        var payments = get(village, "payments?limit=200").json().path("items");
        assertThat(payments.valueStream()
                        .filter(payment -> payment.path("member").asLong() == id)
                        .map(payment -> payment.path("way").asString()))
                .containsExactly("ONLINE");

        var fetched = post(county, "statements?day=" + TODAY, Map.of());
        assertThat(fetched.status()).as(fetched.toString()).isEqualTo(202);
        await().atMost(SECONDS).untilAsserted(() -> assertThat(get(county, "findings?limit=200&day=" + TODAY)
                        .json()
                        .path("items")
                        .valueStream()
                        .filter(finding -> finding.path("member").asLong() == id)
                        .map(finding -> finding.path("result").asString()))
                .containsExactly("MATCHED"));
        var day = get(county, "reconciliation?day=" + TODAY).json();
        // what other journeys have paid by the bank on the same day is theirs to settle
        assertThat(day.path("sums")
                        .valueStream()
                        .filter(sum -> sum.path("source").asString().equals("PROVIDER"))
                        .map(sum -> sum.path("result").asString() + " "
                                + sum.path("state").asString()))
                .as(day.toString())
                .isNotEmpty()
                .containsOnly("MATCHED SETTLED");
        assertThat(get(people.operator(), "trial-balance")
                        .json()
                        .path("balanced")
                        .asBoolean())
                .isTrue();
    }

    private void owesFifteen(long id, String own, String village, String county) {
        await().atMost(SECONDS)
                .until(() -> get(village, "members/" + id + "/dues").status() == 200);
        var base = post(
                village,
                "members/" + id + "/bases",
                Map.of("scale", "SALARY", "pay", "3000.00", "from", NOW.toString(), "document", "虚工资单〔2026〕3号"));
        assertThat(base.status()).as(base.toString()).isEqualTo(201);
        var billed = post(county, "months/" + NOW + "/bills", Map.of());
        assertThat(billed.status()).as(billed.toString()).isEqualTo(202);
        await().atMost(SECONDS)
                .until(() -> get(own, "me/dues").json().path("open").asString(), "15.00"::equals);
    }

    private Api.Answer get(String token, String path) {
        return api.get("/dues/v1/" + path).as(token).send();
    }

    private Api.Answer post(String token, String path, Object body) {
        return api.post("/dues/v1/" + path, body).as(token).key().send();
    }
}
