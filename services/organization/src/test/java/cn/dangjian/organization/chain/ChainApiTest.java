package cn.dangjian.organization.chain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.application.Province;
import cn.dangjian.organization.change.Changes;
import cn.dangjian.organization.register.Branches;
import cn.dangjian.organization.register.Desk;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** 产业链: what a county and its townships keep of chains, and that nobody else sees it (ORG-07). */
@ServiceTest
class ChainApiTest extends Province {

    private static final String TYPE = "PRIVATE_ENTERPRISE";

    private Chains chains;
    private Desk desk;
    private Branches branches;
    private long county;
    private long township;
    private long village;

    ChainApiTest() {
        super("60", List.of("chain", "chain_state", "chain_link", "chain_party"));
    }

    @BeforeEach
    void aCounty() {
        chains = new Chains(api, tokens);
        desk = new Desk(api, tokens);
        branches = new Branches(jdbc);
        divisions.existSince(TODAY.minusDays(20));
        county = divisions.unit("0101");
        township = divisions.unit("0101100");
        village = divisions.unit("0101100201");
    }

    @AfterEach
    void treeAsBefore() {
        branches.forget();
    }

    private JsonNode get(long caller, String path) {
        var answer = api.get("/v1/chains" + path).as(tokens.at(caller)).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private long enterprise(int members) {
        return desk.enter(township, village, TYPE, members);
    }

    private int stored() {
        return jdbc.sql("select (select count(*) from chain) + (select count(*) from chain_state)"
                        + " + (select count(*) from chain_link) + (select count(*) from chain_party)")
                .query(Integer.class)
                .single();
    }

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
        long id = chains.send(county, "", chains.facts(county, leader))
                .json()
                .path("id")
                .asLong();

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

    @Test
    void linksAreDatedAndEnd() {
        long unit = enterprise(1);
        long id = chains.open(township, township);

        assertThat(chains.unlink(township, id, unit, TODAY).problem()).isEqualTo("chain.link-unknown");
        assertThat(chains.link(township, id, unit, TODAY.minusDays(21)).problem())
                .isEqualTo("chain.too-early");
        assertThat(chains.link(township, id, unit, TODAY.plusDays(1)).problem()).isEqualTo("chain.future");
        assertThat(chains.link(township, id, unit, TODAY.minusDays(9)).status()).isEqualTo(200);
        assertThat(chains.link(township, id, unit, TODAY).problem()).isEqualTo("chain.linked-already");
        assertThat(chains.unlink(township, id, unit, TODAY.minusDays(10)).problem())
                .isEqualTo("chain.too-early");
        assertThat(chains.unlink(township, id, unit, TODAY.minusDays(5))
                        .json()
                        .path("units")
                        .asInt())
                .isZero();
        assertThat(chains.link(township, id, unit, TODAY.minusDays(6)).problem())
                .isEqualTo("chain.too-early");
        assertThat(chains.link(township, id, unit, TODAY.minusDays(5))
                        .json()
                        .path("units")
                        .asInt())
                .isEqualTo(1);
        assertThat(get(township, "/" + id + "/links").path("items")).hasSize(2);
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

    /** A unit that has moved to another township is still on the list, but no more one of the keeper's. */
    @Test
    void whatLiesElsewhereDoesNotCount() {
        long id = chains.open(township, township);
        long foreign = desk.enter(county, divisions.unit("0101001001"), TYPE, 3);
        long unit = enterprise(3);
        assertThat(chains.link(county, id, foreign, TODAY).problem()).isEqualTo("chain.unit-unknown");
        assertThat(chains.link(county, id, unit, TODAY.minusDays(2)).status()).isEqualTo(200);

        var moved = desk.send(
                county,
                "/" + unit + "/transfer",
                Map.of("placeId", divisions.unit("0101001001"), "on", TODAY.toString()));

        assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
        assertThat(get(county, "/" + id).path("units").asInt()).isZero();
        assertThat(get(county, "/" + id + "/links").path("items")).hasSize(1);
    }

    /** Whoever kept a unit on a chain does not learn what has become of it since, nor of what lies elsewhere. */
    @Test
    void ofWhatHasLeftTheLastDayIsShown() {
        long elsewhere = divisions.unit("0201100201");
        long id = chains.open(township, township);
        long here = enterprise(3);
        long left = enterprise(4);
        long moved = enterprise(5);
        for (long unit : new long[] {here, left, moved})
            assertThat(chains.link(county, id, unit, TODAY.minusDays(9)).status())
                    .isEqualTo(200);
        for (long unit : new long[] {here, left})
            assertThat(chains.unlink(county, id, unit, TODAY.minusDays(5)).status())
                    .isEqualTo(200);

        state(here, village, 30, TODAY.minusDays(5));
        state(left, elsewhere, 40, TODAY.minusDays(2));
        state(moved, elsewhere, 50, TODAY.minusDays(2));

        var links = get(county, "/" + id + "/links").path("items");
        assertThat(links.at("/0/members").asInt()).isEqualTo(3);
        assertThat(links.at("/0/name").asString()).startsWith("虚构企业");
        assertThat(links.at("/0/placeName").asString()).contains("0101100201");
        assertThat(links.at("/1/name").asString()).as("before it moved").startsWith("虚构企业");
        assertThat(links.at("/2/name").asString()).as("still on the chain").isEqualTo("虚构新名");
        for (int link : new int[] {1, 2}) {
            assertThat(links.at("/" + link + "/members").isNull()).isTrue();
            assertThat(links.at("/" + link + "/placeName").isNull()).isTrue();
        }
        state(left, village, 41, TODAY);
        assertThat(get(county, "/" + id + "/links").at("/items/1/members").asInt())
                .as("back again: what it was while on the chain")
                .isEqualTo(4);
        chains.unlink(county, id, moved, TODAY);
        state(moved, village, 51, TODAY);
        assertThat(get(county, "/" + id + "/links").at("/items/2/members").isNull())
                .as("back again: it lay elsewhere on its last day")
                .isTrue();
    }

    /** What a unit is from a day on. */
    private void state(long unit, long place, int members, LocalDate on) {
        jdbc.sql("update register_state set valid_to = :on where register_id = :unit and valid_to > :on")
                .param("on", on)
                .param("unit", unit)
                .update();
        jdbc.sql("""
            insert into register_state (register_id, valid_from, valid_to, place_id, name, type, employees, members,
                                        subject, at)
            values (:unit, :on, '9999-12-31', :place, '虚构新名', :type, 60, :members, 'nobody', now())\
            """)
                .param("unit", unit)
                .param("on", on)
                .param("place", place)
                .param("type", TYPE)
                .param("members", members)
                .update();
    }

    @Test
    void aClosedChainSaysWhatItsLeaderWasCalledThen() {
        long leader = enterprise(3);
        long id = chains.send(county, "", chains.facts(county, leader))
                .json()
                .path("id")
                .asLong();
        assertThat(chains.close(county, id, TODAY.minusDays(5)).status()).isEqualTo(200);

        state(leader, divisions.unit("0201100201"), 3, TODAY.minusDays(5));

        assertThat(get(county, "/" + id).path("leaderName").asString()).startsWith("虚构企业");
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
        "0001-01-01,  422, chain.too-early",
        "-0001-01-01, 422, chain.too-early",
        "9999-12-31,  422, chain.future",
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
    void whatHasLedStaysOnTheChainUntilThen() {
        long leader = enterprise(3);
        long id = chains.send(county, "", chains.facts(county, leader))
                .json()
                .path("id")
                .asLong();
        assertThat(chains.name(county, id, "虚构链", null, TODAY.minusDays(5)).status())
                .isEqualTo(200);
        int before = stored();

        var refused = chains.unlink(county, id, leader, TODAY.minusDays(6));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("chain.led");
        assertThat(refused.toString()).contains(TODAY.minusDays(5).toString());
        assertThat(get(county, "/" + id).path("units").asInt()).isEqualTo(1);
        assertThat(stored()).isEqualTo(before);
        assertThat(chains.unlink(county, id, leader, TODAY.minusDays(5)).status())
                .isEqualTo(200);
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
        long id = chains.send(county, "", chains.facts(county, unit))
                .json()
                .path("id")
                .asLong();
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
        long id = chains.send(county, "", chains.facts(county, unit))
                .json()
                .path("id")
                .asLong();
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
