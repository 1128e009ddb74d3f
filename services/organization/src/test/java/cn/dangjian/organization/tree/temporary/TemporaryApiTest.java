package cn.dangjian.organization.tree.temporary;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.tree.application.Divisions;
import cn.dangjian.organization.tree.change.Changes;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
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

/** Temporary Party units (临时党组织): they say when they are meant to end, warn, and end by nobody but people. */
@ServiceTest
class TemporaryApiTest {

    private static final LocalDate TODAY = Changes.TODAY;

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    Divisions divisions;
    Changes changes;

    @BeforeEach
    void tree() {
        divisions = new Divisions("50", api, tokens, jdbc);
        divisions.settle();
        changes = new Changes(api, tokens, divisions);
    }

    private Api.Answer establish(String village, String ending, String kind, @Nullable String until) {
        var unit = new HashMap<String, Object>(
                Map.of("code", divisions.code(village) + "-" + ending, "name", "虚构项目", "kind", kind));
        if (until != null) unit.put("until", until);
        return changes.make(Map.of("type", "ESTABLISH", "parent", divisions.unit(village), "unit", unit), TODAY);
    }

    private List<JsonNode> list(String who) {
        var units = new ArrayList<JsonNode>();
        String cursor = "";
        do {
            var page = api.get("/v1/temporary-units?limit=2" + cursor)
                    .as(tokens.at(divisions.unit(who)))
                    .send()
                    .json();
            page.path("items").forEach(units::add);
            cursor = page.path("next").isNull() || page.path("next").isMissingNode()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());
        return units;
    }

    private void daysGoBy(String ending, int days) {
        jdbc.sql("""
            update unit_until e join unit u on u.id = e.unit_id set e.until = date_sub(e.until, interval :days day)
             where u.code = :code\
            """)
                .param("days", days)
                .param("code", divisions.code("0101100201") + "-" + ending)
                .update();
    }

    @Test
    void warnsBeforeItsEndAndWhenThatIsOverAndProposesWhatToDo() {
        for (int days : new int[] {91, 90, 31, 30, 1, 2}) {
            var until = TODAY.plusDays(days).toString();
            var made = establish("0101100201", "T" + days, "TEMPORARY_BRANCH", until);
            assertThat(made.status()).as(made.toString()).isEqualTo(200);
        }
        daysGoBy("T1", 1);
        daysGoBy("T2", 3);

        var units = list("0101100");

        assertThat(units)
                .extracting(unit -> unit.path("code").asString().replaceAll(".*-T", "") + " "
                        + unit.path("alarm").path("level").asString("-"))
                .containsExactly("2 OVERDUE", "1 LAST", "30 LAST", "31 FIRST", "90 FIRST", "91 -");
        assertThat(units.get(1).path("alarm").path("source").asString()).startsWith("our default");
        assertThat(units.getFirst().path("alarm").path("options").toString()).isEqualTo("[\"ABOLISH\",\"MERGE\"]");
        assertThat(list("0201")).as("another county").isEmpty();
        long overdue = units.getFirst().path("id").asLong();
        assertThat(api.get("/v1/units/" + overdue)
                        .as(tokens.at(divisions.unit("0101100")))
                        .send()
                        .json()
                        .path("until")
                        .asString())
                .as("it is shown, and the unit is still there")
                .isEqualTo(TODAY.minusDays(1).toString());
        assertThat(changes.make(Changes.abolish(overdue), TODAY).status()).isEqualTo(200);
        assertThat(list("0101100")).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({
        "TEMPORARY_BRANCH,         ,            change.until-missing",
        "TEMPORARY_GENERAL_BRANCH, ,            change.until-missing",
        "TEMPORARY_BRANCH,         2020-01-01,  change.until-missing",
        "BRANCH,                   2999-01-01,  change.until-unfit",
        "BRANCH,                   31.12.2999,  body.wrong-type",
    })
    void onlyTemporaryUnitsSayWhenTheyEnd(String kind, @Nullable String until, String problem) {
        var refused = establish("0101100202", "X", kind, until);

        assertThat(refused.problem()).as(refused.toString()).isEqualTo(problem);
        assertThat(jdbc.sql("select count(*) from unit_change where operation like '%50%-X%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aUnitWithoutAnEndIsShownWithoutOne() {
        assertThat(api.get("/v1/units/" + divisions.unit("0101100"))
                        .as(tokens.at(divisions.unit("0101")))
                        .send()
                        .json()
                        .path("until")
                        .isNull())
                .isTrue();
        assertThat(api.get("/v1/temporary-units").send().status()).isEqualTo(401);
    }
}
