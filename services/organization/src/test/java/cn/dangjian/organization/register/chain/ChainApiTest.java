package cn.dangjian.organization.register.chain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.tree.change.Changes;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** 产业链: what a county and its townships keep of chains, and that nobody else sees it (ORG-07). */
@ServiceTest
class ChainApiTest extends ChainTests {

    @Test
    void aChainHasALeaderUnitsAndAPartyUnit() {
        long leader = enterprise(3);
        long other = enterprise(2);
        var opened = chains.send(county, "", chains.facts(county, leader));
        long id = opened.json().path("id").asLong();

        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        assertThat(opened.json().path("leaderId").asLong()).isEqualTo(leader);
        assertThat(opened.json().path("units").asInt()).as("its leader").isEqualTo(1);
        assertThat(chains.link(county, id, other, TODAY.minusDays(9)).status()).isEqualTo(200);
        long party = branches.below(township, "CHAIN_COMMITTEE");
        var led = chains.lead(county, id, party, TODAY.minusDays(5)).json();
        assertThat(led.path("partyUnitId").asLong()).isEqualTo(party);
        assertThat(led.path("partyUnitKind").asString()).isEqualTo("CHAIN_COMMITTEE");
        assertThat(led.path("units").asInt()).isEqualTo(2);
        assertThat(led.path("members").asInt()).isEqualTo(5);
        assertThat(get(county, "/" + id + "/links").path("items").valueStream())
                .extracting(link -> link.path("unitId").asLong())
                .containsExactly(leader, other);
        branches.abolish(party, TODAY);
        assertThat(get(county, "/" + id).path("partyUnitId").isNull()).isTrue();
    }

    @Test
    void nameAndLeaderAreDated() {
        long leader = enterprise(3);
        long next = enterprise(3);
        long id = chains.open(county, county, leader);

        var named = chains.name(county, id, "虚构新链", next, TODAY.minusDays(2));

        assertThat(named.json().path("name").asString()).isEqualTo("虚构新链");
        assertThat(named.json().path("leaderId").asLong()).isEqualTo(next);
        assertThat(named.json().path("units").asInt()).isEqualTo(2);
        assertThat(chains.name(county, id, "虚构旧链", null, TODAY.minusDays(3)).problem())
                .isEqualTo("chain.too-early");
        assertThat(chains.name(county, id, "虚构更正", next, TODAY.minusDays(2)).status())
                .as("what was said of the same day is replaced")
                .isEqualTo(200);
        assertThat(jdbc.sql("select name from chain_state where chain_id = ? order by valid_from")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("虚构链", "虚构更正");
        assertThat(chains.unlink(county, id, next, TODAY).problem()).isEqualTo("chain.leads");
        assertThat(chains.unlink(county, id, leader, TODAY).status()).isEqualTo(200);
        assertThat(chains.unlink(county, id, leader, TODAY).problem()).isEqualTo("chain.link-ended");
    }

    @ParameterizedTest
    @CsvSource({
        "CHAIN_BRANCH, 200,",
        "CHAIN_COMMITTEE, 200,",
        "BRANCH, 422, chain.party-unit-unfit",
        "WORKING_COMMITTEE, 422, chain.party-unit-unfit",
    })
    void onlyAFunctionalPartyUnitLeadsAChain(String kind, int status, String problem) {
        long id = chains.open(township, township);
        long party = branches.below(township, kind);
        int before = stored();

        var answer = chains.lead(township, id, party, TODAY);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(stored()).isEqualTo(status == 200 ? before + 1 : before);
    }

    @Test
    void thePartyUnitIsOfTheKeepersTerritoryAndEnds() {
        long id = chains.open(township, township);
        long foreign = branches.below(divisions.unit("0101001"), "CHAIN_BRANCH");
        long party = branches.below(township, "CHAIN_BRANCH");

        assertThat(chains.lead(county, id, foreign, TODAY).problem()).isEqualTo("chain.party-unit-unknown");
        assertThat(chains.lead(county, id, null, TODAY).problem()).isEqualTo("chain.not-led");
        assertThat(chains.lead(county, id, party, TODAY.minusDays(4)).status()).isEqualTo(200);
        assertThat(chains.lead(county, id, null, TODAY.minusDays(5)).problem()).isEqualTo("chain.too-early");
        assertThat(chains.lead(county, id, null, TODAY)
                        .json()
                        .path("partyUnitId")
                        .isNull())
                .isTrue();
    }

    @Test
    void aClosedChainStaysReadableAndItsCodeTaken() {
        var facts = chains.facts(township, enterprise(3));
        long id = chains.send(township, "", facts).json().path("id").asLong();
        assertThat(chains.close(township, id, TODAY.minusDays(21)).problem()).isEqualTo("chain.too-early");

        var closed = chains.close(township, id, TODAY);

        assertThat(closed.json().path("closedOn").asString()).isEqualTo(TODAY.toString());
        assertThat(closed.json().path("units").asInt()).isZero();
        assertThat(chains.close(township, id, TODAY).problem()).isEqualTo("chain.closed");
        assertThat(chains.link(township, id, enterprise(1), TODAY).problem()).isEqualTo("chain.closed");
        assertThat(get(township, "").path("items")).isEmpty();
        assertThat(get(township, "/" + id).path("name").asString()).isEqualTo("虚构链");
        assertThat(chains.send(township, "", facts).problem()).isEqualTo("chain.code-taken");
    }

    @ParameterizedTest
    @CsvSource({
        "0101,       0101,       C-1, 0,  201,",
        "01,         0101100,    C-1, 0,  201,",
        "0101100,    0101100,    C-1, 0,  201,",
        "0101100,    0101,       C-1, 0,  404, chain.keeper-unknown",
        "0101,       0101100201, C-1, 0,  404, chain.keeper-unknown",
        "01,         01,         C-1, 0,  404, chain.keeper-unknown",
        "0201,       0101,       C-1, 0,  404, chain.keeper-unknown",
        "0101100201, 0101100201, C-1, 0,  404, chain.keeper-unknown",
        "0101,       0101,       c 1, 0,  400, body.invalid",
        "0101,       0101,       C-1, 1,  422, chain.future",
    })
    void aCountyOrTownshipKeepsChains(String caller, String keeper, String code, int days, int status, String problem) {
        var body = new HashMap<>(chains.facts(divisions.unit(keeper), null));
        body.put("code", code);
        body.put("on", TODAY.plusDays(days).toString());

        var answer = chains.send(divisions.unit(caller), "", body);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(stored()).isEqualTo(status == 201 ? 2 : 0);
    }

    /** Nothing is said of days on which there was no keeper, nor of those that no calendar of ours has. */
    @ParameterizedTest
    @CsvSource({
        "0,           201,",
        "1,           422, chain.too-early",
        "1000-01-01,  422, chain.too-early",
        "0001-01-01,  400, body.wrong-type",
        "-0001-01-01, 400, body.wrong-type",
        "2999-12-31,  422, chain.future",
        "9999-12-31,  400, body.wrong-type",
    })
    void aChainIsNotOlderThanItsKeeper(String day, int status, String problem) {
        var first = TODAY.minusDays(20);
        var body = new HashMap<>(chains.facts(township, null));
        body.put(
                "on",
                day.length() > 1 ? day : first.minusDays(Integer.parseInt(day)).toString());

        var answer = chains.send(township, "", body);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        if ("chain.too-early".equals(problem)) assertThat(answer.toString()).contains(first.toString());
        assertThat(stored()).isEqualTo(status == 201 ? 2 : 0);
    }

    @Test
    void refusesWhatWasChangedMeanwhile() {
        long id = chains.open(township, township);
        long unit = enterprise(1);
        chains.link(township, id, unit, TODAY);
        var bodies = Map.<String, Map<String, Object>>of(
                "/name",
                Map.of("name", "虚构"),
                "/links",
                Map.of("unitId", unit),
                "/links/" + unit + "/end",
                Map.of(),
                "/party-unit",
                Map.of(),
                "/closure",
                Map.of());
        int before = stored();

        bodies.forEach((door, facts) -> {
            var body = new HashMap<>(facts);
            body.put("on", TODAY.toString());
            var answer = api.post("/v1/chains/" + id + door, body)
                    .as(tokens.at(township))
                    .ifMatch("\"1\"")
                    .key()
                    .send();
            assertThat(answer.status()).as(door).isEqualTo(412);
        });

        assertThat(stored()).isEqualTo(before);
        assertThat(api.get("/v1/chains/" + id).as(tokens.at(township)).send().header("ETag"))
                .isEqualTo("\"2\"");
    }

    @Test
    void listsPageByPageInTheOrderOfTheTree() {
        var opened = List.of(chains.open(county, county), chains.open(county, county), chains.open(county, township));

        var first = get(county, "?limit=2");
        var second = get(county, "?limit=2&cursor=" + first.path("next").asString());

        assertThat(ids(first)).containsExactly(opened.get(0), opened.get(1));
        assertThat(ids(second)).containsExactly(opened.get(2));
        assertThat(ids(get(county, "?unit=" + township))).containsExactly(opened.get(2));
        assertThat(ids(get(divisions.unit(""), ""))).containsExactlyElementsOf(opened);
    }

    private static List<Long> ids(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(chain -> chain.path("id").asLong())
                .toList();
    }

    @Test
    void ofAnotherCountyNothingIsSaid() {
        long unit = enterprise(1);
        long id = chains.open(county, county, unit);
        int before = stored();

        for (var stranger : List.of("0201", "0121", "0101100")) {
            long caller = divisions.unit(stranger);
            for (var door : List.of("/" + id, "/" + id + "/links", "?unit=" + county)) {
                assertThat(api.get("/v1/chains" + door)
                                .as(tokens.at(caller))
                                .send()
                                .status())
                        .as(stranger + door)
                        .isEqualTo(404);
            }
            assertThat(ids(get(caller, ""))).isEmpty();
            for (Api.Answer answer : List.of(
                    chains.name(caller, id, "虚构", null, TODAY),
                    chains.link(caller, id, unit, TODAY),
                    chains.unlink(caller, id, unit, TODAY),
                    chains.lead(caller, id, null, TODAY),
                    chains.close(caller, id, TODAY))) {
                assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
            }
        }
        assertThat(stored()).isEqualTo(before);
        for (var door : List.of("/" + id, "/" + id + "/links", ""))
            assertThat(api.get("/v1/chains" + door).send().status()).isEqualTo(401);
        assertThat(api.post("/v1/chains", Map.of()).key().send().status()).isEqualTo(401);
    }

    /** ORG-07: no members of its own, and nobody's own organisation. */
    @Test
    void aFunctionalPartyUnitCoversNobody() {
        long unit = enterprise(4);
        long id = chains.open(county, county, unit);
        long party = branches.below(township, "CHAIN_BRANCH");

        assertThat(chains.lead(county, id, party, TODAY).status()).isEqualTo(200);
        assertThat(desk.cover(township, unit, party, "SINGLE", TODAY).problem()).isEqualTo("register.party-unit-unfit");

        var seen = api.get("/v1/register-units/" + unit).as(tokens.at(county)).send();
        assertThat(seen.json().path("state").asString()).isEqualTo("SHOULD_BE_COVERED");
        assertThat(desk.cover(township, unit, branches.below(township, "BRANCH"), "SINGLE", TODAY)
                        .status())
                .isEqualTo(200);
        assertThat(get(county, "/" + id).path("partyUnitId").asLong()).isEqualTo(party);
    }

    @Test
    void whoeverKeepsChainsDoesNotEnd() {
        long id = chains.open(divisions.unit("0121"), divisions.unit("0121200"));
        divisions.importedOn(TODAY.minusDays(20));
        var changes = new Changes(api, tokens, divisions);
        var merge = Changes.merge(List.of(divisions.unit("0121200")), township);

        var refused = changes.make(merge, TODAY);

        assertThat(refused.problem()).as(refused.toString()).isEqualTo("change.still-open");
        assertThat(refused.json().toString()).contains("chains");
        assertThat(chains.close(divisions.unit("0121"), id, TODAY).status()).isEqualTo(200);
    }
}
