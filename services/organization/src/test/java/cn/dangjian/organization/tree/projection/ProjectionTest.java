package cn.dangjian.organization.tree.projection;

import static cn.dangjian.organization.tree.change.Changes.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.register.entry.Desk;
import cn.dangjian.organization.tree.application.Divisions;
import cn.dangjian.organization.tree.change.Changes;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** 当时口径、现在口径: a township has moved and a village has been merged; figures of before are asked for both ways (U-02). */
@ServiceTest
class ProjectionTest {

    private static final String TYPE = "PRIVATE_ENTERPRISE";
    private static final LocalDate CHANGED = TODAY.minusDays(2);
    private static final LocalDate BEFORE = TODAY.minusDays(5);

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    Divisions divisions;

    @BeforeEach
    void tree() {
        boolean first = jdbc.sql("select count(*) from unit where code = '75'")
                        .query(Integer.class)
                        .single()
                == 0;
        divisions = new Divisions("75", api, tokens, jdbc);
        divisions.settle();
        if (!first) return;
        divisions.importedOn(TODAY.minusDays(40));
        var desk = new Desk(api, tokens);
        long township = divisions.unit("0101100");
        desk.enter(township, divisions.unit("0101100201"), TYPE, 3);
        desk.enter(township, divisions.unit("0101100202"), TYPE, 3);
        desk.enter(township, divisions.unit("0101100202"), TYPE, 3);
        desk.enter(divisions.unit("0121200"), divisions.unit("0121200201"), TYPE, 3);
        var changes = new Changes(api, tokens, divisions);
        made(changes, Changes.move(township, divisions.unit("0121")));
        made(
                changes,
                Changes.merge(
                        List.of(jdbc.sql("select id from unit where code = '750101100201'")
                                .query(Long.class)
                                .single()),
                        divisions.unit("0101100202")));
    }

    private static void made(Changes changes, Map<String, Object> operation) {
        var answer = changes.make(operation, CHANGED);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private long unit(String code) {
        return jdbc.sql("select id from unit where code = :code")
                .param("code", "75" + code)
                .query(Long.class)
                .single();
    }

    private JsonNode coverage(String code, LocalDate day, Projection tree) {
        var answer = api.get("/v1/coverage?unit=" + unit(code) + "&asOf=" + day + "&tree=" + tree)
                .as(tokens.at(unit("")))
                .send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private static int eligible(JsonNode rates) {
        return rates.isEmpty() ? 0 : rates.get(0).path("eligible").asInt();
    }

    private Map<String, Integer> children(String code, LocalDate day, Projection tree) {
        var children = new HashMap<String, Integer>();
        var answer = coverage(code, day, tree);
        answer.path("children").forEach(child -> {
            int eligible = eligible(child.path("rates"));
            if (eligible > 0)
                children.put(
                        jdbc.sql("select code from unit where id = :id")
                                .param("id", child.path("unitId").asLong())
                                .query(String.class)
                                .single()
                                .substring(2),
                        eligible);
        });
        int own = eligible(answer.path("own"));
        assertThat(children.values().stream().mapToInt(Integer::intValue).sum() + own)
                .as("the total is the sum of its parts")
                .isEqualTo(eligible(answer.path("total")));
        return children;
    }

    @Test
    void figuresOfBeforeStayUnderTheOldUnits() {
        assertThat(children("", BEFORE, Projection.THEN)).isEqualTo(Map.of("01", 4));
        assertThat(children("01", BEFORE, Projection.THEN)).isEqualTo(Map.of("0101", 3, "0121", 1));
        assertThat(children("0101100", BEFORE, Projection.THEN)).isEqualTo(Map.of("0101100201", 1, "0101100202", 2));
    }

    @Test
    void orStandWhereTheUnitsAreToday() {
        assertThat(children("01", BEFORE, Projection.NOW)).isEqualTo(Map.of("0121", 4));
        assertThat(children("0121", BEFORE, Projection.NOW)).isEqualTo(Map.of("0101100", 3, "0121200", 1));
        assertThat(children("0101100", BEFORE, Projection.NOW)).isEqualTo(Map.of("0101100202", 3));
    }

    @Test
    void neitherWayChangesTheWhole() {
        for (var day : List.of(BEFORE, CHANGED.minusDays(1), CHANGED, TODAY.minusDays(1)))
            for (var tree : Projection.values())
                assertThat(eligible(coverage("", day, tree).path("total")))
                        .as(day + " " + tree)
                        .isEqualTo(4);
    }

    @Test
    void ofADayBeforeTheUnitTodaysTreeIsShown() {
        var answer = coverage("0121", TODAY.minusDays(60), Projection.THEN);

        assertThat(answer.path("tree").asString()).isEqualTo("NOW");
        assertThat(coverage("0121", BEFORE, Projection.THEN).path("tree").asString())
                .isEqualTo("THEN");
        assertThat(coverage("0121", TODAY, Projection.THEN).path("tree").asString())
                .isEqualTo("NOW");
    }

    @Test
    void ofAnotherCountyThereAreNoFiguresEitherWay() {
        for (var tree : Projection.values())
            for (var path : List.of("/v1/coverage", "/v1/grid-rates"))
                assertThat(api.get(path + "?unit=" + unit("0101100") + "&asOf=" + BEFORE + "&tree=" + tree)
                                .as(tokens.at(unit("0101")))
                                .send()
                                .status())
                        .isEqualTo(404);
        assertThat(api.get("/v1/coverage?tree=LATER")
                        .as(tokens.at(unit("0101")))
                        .send()
                        .status())
                .isEqualTo(400);
    }
}
