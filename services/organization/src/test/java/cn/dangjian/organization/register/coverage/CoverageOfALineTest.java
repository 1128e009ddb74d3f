package cn.dangjian.organization.register.coverage;

import static cn.dangjian.organization.tree.change.Changes.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.register.entry.Desk;
import cn.dangjian.organization.tree.application.Divisions;
import cn.dangjian.organization.tree.change.Changes;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** 归口: register units that the committee of a line looks after, and how many of them are covered (ORG-03, ORG-09). */
@ServiceTest
class CoverageOfALineTest {

    private static final String TYPE = "PRIVATE_ENTERPRISE";

    private static int round;

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    Divisions divisions;
    Changes changes;
    Desk desk;
    long township;
    long village;
    long committee;
    long other;
    long branch;

    @BeforeEach
    void tree() {
        divisions = new Divisions("77", api, tokens, jdbc);
        divisions.settle();
        changes = new Changes(api, tokens, divisions);
        desk = new Desk(api, tokens);
        round++;
        township = divisions.unit("0101100");
        village = divisions.unit("0101100201");
        committee = established("0101", "L", "WORKING_COMMITTEE");
        other = established("0201", "L", "WORKING_COMMITTEE");
        branch = established("0101100", "A", "BRANCH");
    }

    private long established(String parent, String letter, String kind) {
        String code = parent + "-" + letter + round;
        var answer =
                changes.make(Changes.establish(divisions.unit(parent), divisions.code(code), "虚构" + code, kind), TODAY);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return divisions.unit(code);
    }

    private Api.Answer link(long id, String role, long unit, @Nullable String founding) {
        return desk.link(township, id, role, unit, founding, TODAY);
    }

    private JsonNode ask(long caller, String path) {
        var answer = api.get(path).as(tokens.at(caller)).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void aCommitteeSeesWhatItLooksAfterAndHowMuchOfItIsCovered() {
        long covered = desk.enter(township, village, TYPE, 5);
        long open = desk.enter(township, village, TYPE, 4);
        desk.enter(township, village, TYPE, 4);
        assertThat(link(covered, "COVER", branch, "SINGLE").status()).isEqualTo(200);
        for (long id : List.of(covered, open))
            assertThat(link(id, "LINE", committee, null).status()).isEqualTo(200);

        var units = ask(committee, "/v1/register-units?by=LINE").path("items");
        assertThat(units.valueStream().map(unit -> unit.path("id").asLong())).containsExactlyInAnyOrder(covered, open);
        assertThat(units.get(0).path("lineCommittee").asLong()).isEqualTo(committee);
        assertThat(ask(committee, "/v1/register-units?by=LINE&state=SHOULD_BE_COVERED")
                        .path("items")
                        .valueStream()
                        .map(unit -> unit.path("id").asLong()))
                .containsExactly(open);
        assertThat(ask(committee, "/v1/register-units").path("items")).isEmpty();
        var rate = ask(committee, "/v1/coverage?by=LINE").path("total").get(0);
        assertThat(rate.path("covered").asInt()).isEqualTo(1);
        assertThat(rate.path("shouldBeCovered").asInt()).isEqualTo(1);
        assertThat(rate.path("percent").asDouble()).isEqualTo(50);
        assertThat(ask(committee, "/v1/coverage").path("total")).isEmpty();
    }

    @Test
    void aPageOfALineGoesOnWhereTheLastOneEnded() {
        var entered = List.of(
                desk.enter(township, village, TYPE, 3),
                desk.enter(township, divisions.unit("0101100202"), TYPE, 3),
                desk.enter(township, village, TYPE, 3));
        entered.forEach(
                id -> assertThat(link(id, "LINE", committee, null).status()).isEqualTo(200));

        var first = ask(committee, "/v1/register-units?by=LINE&limit=2");
        var second = ask(
                committee,
                "/v1/register-units?by=LINE&limit=2&cursor="
                        + first.path("next").asString());

        assertThat(first.path("items")).hasSize(2);
        assertThat(second.path("items")).hasSize(1);
        assertThat(List.of(first, second).stream()
                        .flatMap(page -> page.path("items").valueStream())
                        .map(unit -> unit.path("id").asLong()))
                .containsExactlyInAnyOrderElementsOf(entered);
    }

    @Test
    void aHigherCommitteeCountsTheLowerOnes() {
        long city = established("01", "L", "WORKING_COMMITTEE");
        assertThat(changes.make(Changes.supervise(committee, city), TODAY).status())
                .isEqualTo(200);
        long id = desk.enter(township, village, TYPE, 4);
        assertThat(link(id, "LINE", committee, null).status()).isEqualTo(200);

        var rates = ask(city, "/v1/coverage?by=LINE");

        assertThat(rates.path("total").get(0).path("shouldBeCovered").asInt()).isEqualTo(1);
        assertThat(rates.path("own")).isEmpty();
        var child = rates.path("children").get(0);
        assertThat(child.path("unitId").asLong()).isEqualTo(committee);
        assertThat(child.path("rates").get(0).path("eligible").asInt()).isEqualTo(1);
        assertThat(ask(city, "/v1/register-units/" + id + "?by=LINE").path("id").asLong())
                .isEqualTo(id);
    }

    @Test
    void nobodyOfAnotherLineOrCountySeesIt() {
        long id = desk.enter(township, village, TYPE, 4);
        assertThat(link(id, "LINE", committee, null).status()).isEqualTo(200);

        assertThat(api.get("/v1/register-units/" + id + "?by=LINE")
                        .as(tokens.at(other))
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(api.get("/v1/register-units/" + id)
                        .as(tokens.at(committee))
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(ask(other, "/v1/register-units?by=LINE").path("items")).isEmpty();
        assertThat(ask(other, "/v1/coverage?by=LINE").path("total")).isEmpty();
        assertThat(api.get("/v1/coverage?by=LINE&unit=" + committee)
                        .as(tokens.at(other))
                        .send()
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "other, 404, register.party-unit-unknown",
        "branch, 422, register.no-line",
        "nobody, 404, register.party-unit-unknown",
    })
    void refusesWhatHeadsNoLineHere(String who, int status, String problem) {
        long id = desk.enter(township, village, TYPE, 4);
        long unit =
                switch (who) {
                    case "other" -> other;
                    case "branch" -> branchOfTheCounty();
                    default -> 99_999_999;
                };

        var answer = link(id, "LINE", unit, null);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(jdbc.sql("select count(*) from register_link where register_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private long branchOfTheCounty() {
        return established("0101", "B", "BRANCH");
    }
}
