package cn.dangjian.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.local.House;
import cn.dangjian.testkit.Api;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A branch keeps files: the township sees how whole they are, the member sees his own, the set-up advice counts him. */
class MemberJourney {

    private static final Duration SECONDS = Duration.ofSeconds(10);

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
    void aMemberIsRegisteredSignsInAndIsCounted() {
        long branch = aBranch();
        var secretary = people.activate("BRANCH", branch, 1).getFirst();

        long id = members.register(secretary.token(), branch, Members.fullMember("虚构甲"));

        var parts = members.get(people.token("TOWNSHIP"), "units/" + branch + "/completeness")
                .json()
                .path("parts");
        assertThat(parts.get(0).path("people").asInt()).isEqualTo(1);
        assertThat(parts.get(0).path("percent").asInt()).isBetween(1, 99);
        await().atMost(SECONDS).untilAsserted(() -> assertThat(advice(branch)).contains("JOIN"));
        var own = members.signedIn(id, secretary.token(), people);
        var file = api.get("/member/v1/me").as(own).send();
        assertThat(file.status()).as(file.toString()).isEqualTo(200);
        assertThat(file.json().at("/member/name").asString()).isEqualTo("虚构甲");
        assertThat(members.get(own, "members/" + id).status()).isEqualTo(403);
        assertThat(api.get("/organization/v1/units").as(own).send().status()).isEqualTo(403);
    }

    private long aBranch() {
        long village = people.at("VILLAGE").unit();
        String county = people.token("COUNTY");
        String code = units.get(county, village).path("code").asString() + "-77";
        long branch = units.establish(
                people.token("TOWNSHIP"), county, village, Map.of("code", code, "name", "虚构第一", "kind", "BRANCH"));
        units.awaitEverywhere();
        return branch;
    }

    private List<String> advice(long unit) {
        return api.get("/organization/v1/advice?unit=" + unit)
                .as(people.token("TOWNSHIP"))
                .send()
                .json()
                .path("items")
                .findValuesAsString("advice");
    }
}
