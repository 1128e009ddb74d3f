package cn.dangjian.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.local.House;
import cn.dangjian.testkit.Api;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One set of numbers (一套数): a member of a branch is counted at every tier, and each tier finds out why. */
class FigureJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> TIERS = List.of("VILLAGE", "TOWNSHIP", "COUNTY", "CITY", "PROVINCE");

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
    void aMemberOfABranchIsCountedAtEveryTierAndEachFindsOutWhy() {
        long branch = aBranch();
        var secretary = people.activate("BRANCH", branch, 1).getFirst();

        members.register(secretary.token(), branch, Members.fullMember("虚构甲"));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(headline(secretary.token(), "member.members"))
                .isEqualTo(1));
        for (String tier : TIERS) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                String token = people.token(tier);
                var why = get(token, "/figures/why?measure=member.members");
                assertThat(why.path("addsUp").asBoolean()).as(why.toString()).isTrue();
                assertThat(why.path("total").asLong()).isPositive();
                assertThat(headline(token, "member.members"))
                        .isEqualTo(why.path("total").asLong());
            });
        }
        assertThat(walk(people.token("COUNTY"), branch)).containsSubsequence(path(branch));
        var why = get(people.token("COUNTY"), "/figures/why?measure=member.members&unit=" + branch);
        assertThat(why.path("own").asLong()).isEqualTo(1);
        var source = why.at("/sources/items/0");
        assertThat(source.path("type").asString()).isEqualTo("member.counts-changed.v1");
        assertThat(source.path("event").asString()).isNotEmpty();
        String link = source.path("link").asString();
        assertThat(api.get(link).as(people.token("COUNTY")).send().status())
                .as(link)
                .isEqualTo(200);
        comesDownToTheDocument(branch);
        var feeds = get(people.token("PROVINCE"), "/figures/feeds?measure=member.members&unit=" + branch);
        assertThat(feeds.path("totals").size()).isEqualTo(TIERS.size() + 1);

        String stranger = someoneOfAnotherCounty();
        for (String door : List.of("figures", "figures/why", "figures/feeds", "figures/months")) {
            String url = "/statistics/v1/" + door + "?measure=member.members&unit=" + branch;
            assertThat(api.get(url).as(stranger).send().status()).as(url).isEqualTo(404);
            assertThat(api.get(url).send().status()).as(url).isEqualTo(401);
        }
        assertThat(get(stranger, "/views/me").toString()).doesNotContain(String.valueOf(branch));
    }

    /** Behind the event that said that there is a unit stands the decision with its document; the unit counts in its field. */
    private void comesDownToTheDocument(long branch) {
        String county = people.token("COUNTY");
        var unit = get(county, "/figures/why?measure=org.units&unit=" + branch);
        assertThat(unit.path("own").asLong()).isEqualTo(1);
        var history =
                api.get(unit.at("/sources/items/0/link").asString()).as(county).send();
        assertThat(history.status()).isEqualTo(200);
        assertThat(history.json().at("/items/0/document").asString()).isNotEmpty();
        var fields = get(county, "/figures?measure=member.members&group=SECTOR").at("/figures/0");
        assertThat(fields.path("addsUp").asBoolean()).isTrue();
        assertThat(fields.path("parts").findValuesAsString("slot")).contains("SCHOOL");
    }

    /** From the county down to the branch: at each step the child that the branch is below has its number. */
    private List<Long> walk(String token, long branch) {
        var steps = new ArrayList<Long>();
        for (String tier : List.of("COUNTY", "TOWNSHIP", "VILLAGE")) {
            long unit = people.at(tier).unit();
            long next =
                    switch (tier) {
                        case "COUNTY" -> people.at("TOWNSHIP").unit();
                        case "TOWNSHIP" -> people.at("VILLAGE").unit();
                        default -> branch;
                    };
            var why = get(token, "/figures/why?measure=member.members&unit=" + unit);
            assertThat(why.path("addsUp").asBoolean()).as(why.toString()).isTrue();
            var child = why.path("children")
                    .valueStream()
                    .filter(each -> each.path("unit").asLong() == next)
                    .findFirst()
                    .orElseThrow();
            assertThat(child.path("value").asLong()).isPositive();
            steps.add(next);
        }
        return steps;
    }

    private List<Long> path(long branch) {
        return List.of(people.at("TOWNSHIP").unit(), people.at("VILLAGE").unit(), branch);
    }

    private JsonNode get(String token, String path) {
        var answer = api.get("/statistics/v1" + path).as(token).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private long headline(String token, String measure) {
        return get(token, "/views/me")
                .path("headlines")
                .valueStream()
                .filter(each -> each.path("measure").asString().equals(measure))
                .mapToLong(each -> each.path("value").asLong())
                .findFirst()
                .orElseThrow();
    }

    private long aBranch() {
        long village = people.at("VILLAGE").unit();
        String county = people.token("COUNTY");
        String code = units.get(county, village).path("code").asString() + "-66";
        long branch = units.establish(
                people.token("TOWNSHIP"),
                county,
                village,
                Map.of("code", code, "name", "虚构数字小学", "kind", "SCHOOL_BRANCH"));
        units.awaitEverywhere();
        return branch;
    }

    private String someoneOfAnotherCounty() {
        long city = people.at("CITY").unit();
        long county = people.at("COUNTY").unit();
        long other = api.get("/organization/v1/units?parent=" + city)
                .as(people.token("CITY"))
                .send()
                .json()
                .path("items")
                .valueStream()
                .mapToLong(unit -> unit.path("id").asLong())
                .filter(unit -> unit != county)
                .findFirst()
                .orElseThrow();
        return people.activate("VILLAGE", other, 1).getFirst().token();
    }
}
