package cn.dangjian.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.local.House;
import cn.dangjian.testkit.Api;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A member goes from a village of one county to a village of another one, and his file and the numbers with him. */
class TransferJourney {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private final House house = StartedHouse.get();
    private final People people = new People(house);
    private final Api api = Catalogue.api(house.gatewayUrl());
    private final Units units = new Units(house);
    private final Members members = new Members(api);

    @BeforeEach
    void aCalmHouse() {
        StartedHouse.awaitCalm();
    }

    @Test
    void aTransferBetweenTwoCounties() {
        String village = people.token("VILLAGE");
        String township = people.token("TOWNSHIP");
        String county = people.token("COUNTY");
        long origin = people.at("VILLAGE").unit();
        long home = people.at("COUNTY").unit();
        long away = anotherCounty();
        var there = people.activate("VILLAGE", away, 1).getFirst();
        var above = people.activate("TOWNSHIP", aboveOf(there), 1).getFirst();
        var countyThere = people.activate("COUNTY", away, 1).getFirst();
        long member = members.register(village, origin, Members.fullMember("虚构转"));
        int here = counted(county, home, "");
        int before = counted(countyThere.token(), away, "");

        var asked = members.post(
                village,
                "members/" + member + "/transfers",
                Map.of(
                        "destination",
                        there.unit(),
                        "reason",
                        "工作调动",
                        "duesPaidTo",
                        TODAY.toString().substring(0, 7)));
        assertThat(asked.status()).as(asked.toString()).isEqualTo(201);
        long id = asked.json().at("/transfer/id").asLong();
        // whoever is to act sees it in his list
        assertThat(mine(township)).contains(id);
        assertThat(mine(there.token())).doesNotContain(id);
        step(township, id, "approval", Map.of());
        step(township, id, "letter", Map.of("letter", "虚组介〔2026〕1号"));
        assertThat(mine(above.token())).contains(id);
        step(above.token(), id, "admission", Map.of("note", "同意转入"));
        assertThat(mine(there.token())).contains(id);
        assertThat(members.get(village, "members/" + member).status()).isEqualTo(200);
        assertThat(members.get(there.token(), "members/" + member).status()).isEqualTo(404);
        assertThat(counted(county, home, "")).isEqualTo(here);

        var accepted = step(there.token(), id, "acceptance", Map.of());

        assertThat(accepted.at("/transfer/due").asString())
                .isEqualTo(TODAY.plusMonths(1).toString());
        assertThat(members.get(village, "members/" + member).status()).isEqualTo(404);
        assertThat(members.get(county, "members/" + member).status()).isEqualTo(404);
        assertThat(members.get(there.token(), "members/" + member)
                        .json()
                        .at("/member/name")
                        .asString())
                .isEqualTo("虚构转");
        assertThat(counted(county, home, "")).isEqualTo(here - 1);
        assertThat(counted(countyThere.token(), away, "")).isEqualTo(before + 1);
        assertThat(counted(county, home, "?on=" + TODAY.minusDays(1))).isEqualTo(here);
        assertThat(members.post(there.token(), "transfers/" + id + "/acceptance", Map.of())
                        .problem())
                .isEqualTo("transfer.wrong-state");

        step(above.token(), id, "receipt", Map.of());

        var kept = members.get(village, "transfers/" + id).json();
        assertThat(kept.at("/transfer/state").asString()).isEqualTo("CLOSED");
        assertThat(kept.at("/transfer/receiptOn").asString()).isEqualTo(TODAY.toString());
        assertThat(kept.path("journal").findValuesAsString("step"))
                .containsExactly("REQUESTED", "OUT_APPROVED", "LETTERED", "IN_APPROVED", "ACCEPTED", "RECEIPT");
        var figures = members.get(county, "units/" + home + "/transfers/figures?year=" + TODAY.getYear())
                .json();
        assertThat(figures.at("/figures/departed").asInt()).isPositive();
    }

    private long anotherCounty() {
        long own = people.at("COUNTY").unit();
        return units.list(people.token("CITY"), "parent=" + people.at("CITY").unit()).stream()
                .mapToLong(unit -> unit.path("id").asLong())
                .filter(unit -> unit != own)
                .findFirst()
                .orElseThrow();
    }

    private long aboveOf(People.Person village) {
        return units.get(people.token("CITY"), village.unit()).path("parentId").asLong();
    }

    private int counted(String token, long unit, String query) {
        return members.get(token, "units/" + unit + "/counts" + query)
                .json()
                .at("/whole/members")
                .asInt();
    }

    /** The transfers in which the caller may do something. */
    private List<Long> mine(String token) {
        return members.get(token, "cases?mine=true")
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("kind").asString().equals("transfers"))
                .map(item -> item.path("id").asLong())
                .toList();
    }

    private JsonNode step(String token, long id, String step, Map<String, Object> body) {
        var answer = members.post(token, "transfers/" + id + "/" + step, body);
        assertThat(answer.status()).as(step + " " + answer).isEqualTo(200);
        return answer.json();
    }
}
