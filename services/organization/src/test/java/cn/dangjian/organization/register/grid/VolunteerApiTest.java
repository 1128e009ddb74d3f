package cn.dangjian.organization.register.grid;

import static cn.dangjian.organization.register.entry.Desk.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.tree.application.Divisions;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The member who volunteers in a household (党员中心户), now and before. */
@ServiceTest
class VolunteerApiTest {

    private static final LocalDate OPENED = TODAY.minusDays(30);

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    Divisions divisions;
    long community;
    long grid;
    long household;

    @BeforeEach
    void aHousehold() {
        divisions = new Divisions("40", api, tokens, jdbc);
        divisions.settle();
        for (String table : List.of("grid_place", "grid_link", "grid_volunteer")) {
            jdbc.sql("delete from " + table).update();
        }
        community = divisions.unit("0101001001");
        grid = open("GRID", null);
        household = open("HOUSEHOLD", grid);
    }

    private long open(String kind, @Nullable Long parent) {
        var body = new HashMap<String, Object>(
                Map.of("communityId", community, "kind", kind, "name", "虚构", "on", OPENED.toString()));
        body.put("parentId", parent);
        return post(community, "", body).json().path("id").asLong();
    }

    private Api.Answer post(long caller, String path, Map<String, Object> body) {
        return api.post("/v1/grid-places" + path, body)
                .as(tokens.at(caller))
                .key()
                .send();
    }

    private Api.Answer name(long caller, long place, @Nullable String name, @Nullable Long member, LocalDate on) {
        var body = new HashMap<String, Object>(Map.of("on", on.toString()));
        body.put("name", name);
        body.put("member", member);
        return post(caller, "/" + place + "/volunteer", body);
    }

    private JsonNode get(String path) {
        return api.get("/v1/grid-places" + path).as(tokens.at(community)).send().json();
    }

    private int stored() {
        return jdbc.sql("select count(*) from grid_volunteer")
                .query(Integer.class)
                .single();
    }

    @Test
    void oneVolunteersAfterTheOtherAndThatIsKept() {
        assertThat(name(community, household, "虚构甲", 4711L, TODAY.minusDays(20)).status())
                .isEqualTo(200);
        var second = name(divisions.unit("0101"), household, " 虚构乙 ", null, TODAY.minusDays(5));
        assertThat(second.json().path("volunteer").asString()).isEqualTo("虚构乙");
        assertThat(second.json().path("volunteerMember").isNull()).isTrue();
        assertThat(get("?parent=" + grid)
                        .path("items")
                        .path(0)
                        .path("volunteer")
                        .asString())
                .isEqualTo("虚构乙");

        assertThat(name(community, household, null, null, TODAY).status()).isEqualTo(200);

        assertThat(get("/" + household).path("volunteer").isNull()).isTrue();
        var history = get("/" + household + "/volunteers");
        assertThat(history).hasSize(2);
        assertThat(history.path(0).path("to").asString()).isEqualTo(TODAY.toString());
        assertThat(history.path(1).path("name").asString()).isEqualTo("虚构甲");
        assertThat(history.path(1).path("member").asLong()).isEqualTo(4711);
        assertThat(history.path(1).path("to").asString())
                .isEqualTo(TODAY.minusDays(5).toString());
    }

    @Test
    void whoVolunteeredDoesNotOutliveTheHousehold() {
        name(community, household, "虚构甲", null, TODAY.minusDays(5));
        var closure = "/" + household + "/closure";

        assertThat(post(community, closure, Map.of("on", TODAY.minusDays(6).toString()))
                        .problem())
                .isEqualTo("grid.too-early");
        assertThat(post(community, closure, Map.of("on", TODAY.toString())).status())
                .isEqualTo(200);

        assertThat(get("/" + household + "/volunteers").path(0).path("to").asString())
                .isEqualTo(TODAY.toString());
        assertThat(name(community, household, "虚构乙", null, TODAY).problem()).isEqualTo("grid.closed");
    }

    @ParameterizedTest
    @CsvSource({
        "虚构甲, -31, , grid.too-early",
        "虚构甲, 1, , grid.future",
        "'', 0, , grid.no-volunteer",
        "虚构甲, 0, -1, body.invalid",
    })
    void refusesABadRequest(String name, int days, @Nullable Long member, String problem) {
        assertThat(name(community, household, name, member, TODAY.plusDays(days))
                        .problem())
                .isEqualTo(problem);
        assertThat(stored()).isZero();
    }

    @Test
    void onlyHouseholdsHaveOne() {
        assertThat(name(community, grid, "虚构甲", null, TODAY).problem()).isEqualTo("grid.volunteer-unfit");
        assertThat(stored()).isZero();
    }

    @Test
    void anotherCountyFindsNothing() {
        long other = divisions.unit("0201");

        assertThat(name(other, household, "虚构甲", null, TODAY).problem()).isEqualTo("grid.unknown");
        assertThat(api.get("/v1/grid-places/" + household + "/volunteers")
                        .as(tokens.at(other))
                        .send()
                        .problem())
                .isEqualTo("grid.unknown");
        assertThat(api.get("/v1/grid-places/" + household + "/volunteers")
                        .send()
                        .status())
                .isEqualTo(401);
        assertThat(stored()).isZero();
    }
}
