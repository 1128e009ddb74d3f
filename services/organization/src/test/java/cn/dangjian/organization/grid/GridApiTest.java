package cn.dangjian.organization.grid;

import static cn.dangjian.organization.register.Desk.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.application.Divisions;
import cn.dangjian.organization.register.Branches;
import cn.dangjian.organization.rollup.Recount;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class GridApiTest {

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    Divisions divisions;
    Branches branches;
    long community;

    @BeforeEach
    void tree() {
        divisions = new Divisions("57", api, tokens, jdbc);
        divisions.settle();
        branches = new Branches(jdbc);
        jdbc.sql("delete from grid_place").update();
        jdbc.sql("delete from grid_link").update();
        Recount.anew(jdbc);
        community = divisions.unit("0101001001");
    }

    @AfterEach
    void treeAsBefore() {
        branches.forget();
    }

    private Api.Answer open(long caller, long community, @Nullable Long parent, String kind) {
        return open(caller, community, parent, kind, TODAY.minusDays(30));
    }

    private Api.Answer open(long caller, long community, @Nullable Long parent, String kind, LocalDate on) {
        var body = new HashMap<String, Object>(
                Map.of("communityId", community, "kind", kind, "name", "虚构网格", "on", on.toString()));
        body.put("parentId", parent);
        return post(caller, "", body);
    }

    private Api.Answer post(long caller, String path, Map<String, Object> body) {
        return api.post("/v1/grid-places" + path, body)
                .as(tokens.at(caller))
                .key()
                .send();
    }

    private long grid(long community) {
        return id(open(divisions.unit(""), community, null, "GRID"));
    }

    private static long id(Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    private Api.Answer link(long caller, long place, @Nullable Long party, LocalDate on) {
        var body = new HashMap<String, Object>(Map.of("on", on.toString()));
        body.put("partyUnitId", party);
        return post(caller, "/" + place + "/link", body);
    }

    private Api.Answer close(long caller, long place, LocalDate on) {
        return post(caller, "/" + place + "/closure", Map.of("on", on.toString()));
    }

    private JsonNode rates(long unit, String query) {
        return api.get("/v1/grid-rates?unit=" + unit + query)
                .as(tokens.at(divisions.unit("")))
                .send()
                .json();
    }

    private long stored() {
        return jdbc.sql("select count(*) from grid_place").query(Long.class).single();
    }

    @Test
    void placesLieInPlaces() {
        long grid = id(open(community, community, null, "GRID"));
        long building = id(open(community, community, grid, "BUILDING"));
        id(open(community, community, building, "HOUSEHOLD"));
        id(open(community, community, grid, "HOUSEHOLD"));

        assertThat(open(community, community, building, "GRID").problem()).isEqualTo("grid.kind-unfit");
        assertThat(open(community, community, building, "BUILDING").problem()).isEqualTo("grid.kind-unfit");
        assertThat(api.get("/v1/grid-places?parent=" + grid)
                        .as(tokens.at(community))
                        .send()
                        .json()
                        .path("items"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "0101001001, 0101001001, BUILDING, 422, grid.kind-unfit",
        "0101001001, 0101001001, GALAXY, 422, grid.kind-unfit",
        "0101001001, 0101001001, ' ', 400, body.invalid",
        "0101001, 0101001, GRID, 404, grid.community-unknown",
        "0101100201, 0101001001, GRID, 404, grid.community-unknown",
        "0201, 0101001001, GRID, 404, grid.community-unknown",
    })
    void refusesWhatFitsNowhere(String caller, String place, String kind, int status, String problem) {
        var answer = open(divisions.unit(caller), divisions.unit(place), null, kind);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(stored()).isZero();
    }

    @Test
    void refusesWrongDaysParentsAndCallers() {
        long grid = grid(community);
        long elsewhere = grid(divisions.unit("0101100201"));
        long branch = branches.below(community, "BRANCH");

        assertThat(open(community, community, null, "GRID", TODAY.plusDays(1)).problem())
                .isEqualTo("grid.future");
        assertThat(open(community, community, grid, "BUILDING", TODAY.minusDays(31))
                        .problem())
                .isEqualTo("grid.too-early");
        assertThat(open(community, community, 987_654L, "BUILDING").problem()).isEqualTo("grid.unknown");
        assertThat(open(divisions.unit("0101"), community, elsewhere, "BUILDING")
                        .problem())
                .isEqualTo("grid.unknown");
        assertThat(open(branch, community, null, "GRID").problem()).isEqualTo("grid.community-unknown");
        assertThat(stored()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "GRID, BRANCH, 200, ",
        "GRID, JOINT_BRANCH, 200, ",
        "GRID, GRID_BRANCH, 200, ",
        "BUILDING, BUILDING_GROUP, 200, ",
        "HOUSEHOLD, CENTRE_HOUSEHOLD, 200, ",
        "GRID, PARTY_GROUP, 422, grid.party-unit-unfit",
        "BUILDING, PARTY_GROUP, 200, ",
        "BUILDING, BRANCH, 422, grid.party-unit-unfit",
        "HOUSEHOLD, BRANCH, 422, grid.party-unit-unfit",
    })
    void aGridHasABranchAndABuildingAGroup(String kind, String party, int status, @Nullable String problem) {
        Long grid = kind.equals("GRID") ? null : Long.valueOf(grid(community));
        long place = id(open(community, community, grid, kind));

        var answer = link(community, place, branches.below(community, party), TODAY);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
    }

    @Test
    void aLinkIsDatedAndEnds() {
        long grid = grid(community);
        long branch = branches.below(community, "BRANCH");
        long foreign = branches.below(divisions.unit("0101100201"), "BRANCH");

        assertThat(link(community, grid, foreign, TODAY).problem()).isEqualTo("grid.party-unit-unknown");
        assertThat(link(divisions.unit("0101"), grid, foreign, TODAY).problem()).isEqualTo("grid.party-unit-unfit");
        assertThat(link(community, grid, null, TODAY).problem()).isEqualTo("grid.not-linked");
        assertThat(link(community, grid, branch, TODAY.minusDays(31)).problem()).isEqualTo("grid.too-early");
        assertThat(link(community, grid, branch, TODAY.minusDays(10))
                        .json()
                        .path("partyUnitId")
                        .asLong())
                .isEqualTo(branch);
        assertThat(link(community, grid, null, TODAY.minusDays(11)).problem()).isEqualTo("grid.too-early");
        assertThat(link(community, grid, null, TODAY.minusDays(5))
                        .json()
                        .path("partyUnitId")
                        .isNull())
                .isTrue();
        assertThat(link(community, grid, branch, TODAY.minusDays(6)).problem()).isEqualTo("grid.too-early");

        assertThat(linked(TODAY.minusDays(11))).isZero();
        assertThat(linked(TODAY.minusDays(10))).isEqualTo(1);
        assertThat(linked(TODAY.minusDays(6))).isEqualTo(1);
        assertThat(linked(TODAY.minusDays(5))).isZero();
    }

    private int linked(LocalDate day) {
        return rates(community, "&asOf=" + day)
                .path("total")
                .path(0)
                .path("linked")
                .asInt();
    }

    @Test
    void aPlaceIsClosedFromTheInside() {
        long grid = grid(community);
        long building = id(open(community, community, grid, "BUILDING"));

        assertThat(close(community, grid, TODAY).problem()).isEqualTo("grid.has-places");
        assertThat(close(community, building, TODAY.minusDays(31)).problem()).isEqualTo("grid.too-early");
        assertThat(close(community, building, TODAY).json().path("closedOn").asString())
                .isEqualTo(TODAY.toString());
        assertThat(close(community, building, TODAY).problem()).isEqualTo("grid.closed");
        assertThat(close(community, grid, TODAY).status()).isEqualTo(200);
        assertThat(link(community, grid, community, TODAY).problem()).isEqualTo("grid.closed");
        assertThat(open(community, community, grid, "BUILDING").problem()).isEqualTo("grid.closed");
        assertThat(rates(community, "").path("total")).isEmpty();
        assertThat(rates(community, "&asOf=" + TODAY.minusDays(1)).path("total"))
                .hasSize(2);
    }

    @Test
    void theRateOfEveryTierIsThatOfItsPlaces() {
        long other = divisions.unit("0101100201");
        for (long place : List.of(community, community, community, other)) grid(place);
        long linked = grid(other);
        long branch = branches.below(other, "BRANCH");
        link(other, linked, branch, TODAY);
        grid(divisions.unit("0201100201"));

        var county = rates(divisions.unit("0101"), "");
        assertThat(county.path("total").path(0).path("places").asInt()).isEqualTo(5);
        assertThat(county.path("total").path(0).path("percent").decimalValue()).isEqualByComparingTo("20");
        int places = 0;
        int with = 0;
        for (var child : county.path("children")) {
            places += child.path("rates").path(0).path("places").asInt(0);
            with += child.path("rates").path(0).path("linked").asInt(0);
        }
        assertThat(places).isEqualTo(5);
        assertThat(with).isEqualTo(1);
        branches.abolish(branch, TODAY);
        assertThat(rates(divisions.unit("0101"), "")
                        .path("total")
                        .path(0)
                        .path("linked")
                        .asInt())
                .isZero();
    }

    @Test
    void listsInTheOrderOfTheTreePageByPage() {
        var expected = new ArrayList<Long>();
        for (String place : List.of("0101001001", "0101001001", "0101100201")) {
            expected.add(grid(divisions.unit(place)));
        }
        var seen = new ArrayList<Long>();
        String cursor = "";
        do {
            var page = api.get("/v1/grid-places?kind=GRID&limit=1&cursor=" + cursor)
                    .as(tokens.at(divisions.unit("01")))
                    .send()
                    .json();
            page.path("items").forEach(item -> seen.add(item.path("id").asLong()));
            cursor = page.path("next").isNull() ? "" : page.path("next").asString();
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactlyElementsOf(expected);
    }

    @Test
    void ofTwoWhoChangeOnePlaceTheSecondHasToLookAgain() {
        long grid = grid(community);

        for (String change : List.of("link", "closure")) {
            var answer = api.post("/v1/grid-places/" + grid + "/" + change, Map.of("on", TODAY.toString()))
                    .as(tokens.at(community))
                    .key()
                    .ifMatch("\"7\"")
                    .send();
            assertThat(answer.status()).as(answer.toString()).isEqualTo(412);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/grid-places?cursor=x",
                "/v1/grid-places?limit=0",
                "/v1/grid-places?unit=x",
                "/v1/grid-places/x",
                "/v1/grid-rates?asOf=x"
            })
    void refusesBadQuestions(String path) {
        assertThat(api.get(path).as(tokens.at(community)).send().status()).isEqualTo(400);
    }

    @Test
    void ofAnotherCountyEverythingIsUnknown() {
        long grid = grid(community);
        long stranger = divisions.unit("0201");
        String token = tokens.at(stranger);

        assertThat(api.get("/v1/grid-places/" + grid).as(token).send().problem())
                .isEqualTo("grid.unknown");
        assertThat(api.get("/v1/grid-places").as(token).send().json().path("items"))
                .isEmpty();
        for (String path : List.of("/v1/grid-places", "/v1/grid-rates")) {
            assertThat(api.get(path + "?unit=" + community).as(token).send().problem())
                    .isEqualTo("grid.community-unknown");
        }
        assertThat(link(stranger, grid, null, TODAY).problem()).isEqualTo("grid.unknown");
        assertThat(close(stranger, grid, TODAY).problem()).isEqualTo("grid.unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/1/link", "/1/closure"})
    void nobodyComesInWithoutAToken(String path) {
        assertThat(api.post("/v1/grid-places" + path, Map.of()).key().send().status())
                .isEqualTo(401);
        for (String read : List.of("/v1/grid-places", "/v1/grid-places/1", "/v1/grid-rates")) {
            assertThat(api.get(read).send().status()).isEqualTo(401);
        }
    }
}
