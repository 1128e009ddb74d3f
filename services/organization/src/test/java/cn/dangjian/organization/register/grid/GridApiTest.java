package cn.dangjian.organization.register.grid;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.ServiceTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class GridApiTest extends GridPlaces {

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
