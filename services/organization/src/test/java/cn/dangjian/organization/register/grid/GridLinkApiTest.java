package cn.dangjian.organization.register.grid;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.ServiceTest;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which Party unit a place belongs to, from when until when, and the rates that come of it. */
@ServiceTest
class GridLinkApiTest extends GridPlaces {

    @ParameterizedTest
    @CsvSource({
        "GRID, BRANCH, 200, ",
        "GRID, JOINT_BRANCH, 200, ",
        "GRID, GRID_BRANCH, 200, ",
        "GRID, NEW_ORGANIZATION_BRANCH, 200, ",
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
}
