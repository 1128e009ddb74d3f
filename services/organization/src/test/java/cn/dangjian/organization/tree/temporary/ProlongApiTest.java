package cn.dangjian.organization.tree.temporary;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 延期: temporary units that go on for longer than was planned. */
@ServiceTest
class ProlongApiTest {

    private static final LocalDate TODAY = Changes.TODAY;
    private static final LocalDate PLANNED = TODAY.plusDays(40);

    private static int number;

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    Divisions divisions;
    Changes changes;
    long unit;

    @BeforeEach
    void aTemporaryBranch() {
        divisions = new Divisions("69", api, tokens, jdbc);
        divisions.settle();
        changes = new Changes(api, tokens, divisions);
        String rest = "0101100201-P" + number++;
        var made = new HashMap<String, Object>(Map.of(
                "code", divisions.code(rest), "name", "虚构项目", "kind", "TEMPORARY_BRANCH", "until", PLANNED.toString()));
        var answer =
                changes.make(Map.of("type", "ESTABLISH", "parent", divisions.unit("0101100201"), "unit", made), TODAY);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        unit = divisions.unit(rest);
    }

    private static Map<String, Object> until(LocalDate day) {
        return Map.of("until", day.toString(), "document", "虚组〔2026〕8号", "reason", "项目延期");
    }

    private Api.Call asked(String who, long id, Map<String, Object> body) {
        return api.post("/v1/temporary-units/" + id + "/prolongations", body)
                .as(tokens.at(divisions.unit(who)))
                .key();
    }

    private Api.Answer shown(String who) {
        return api.get("/v1/temporary-units/" + unit)
                .as(tokens.at(divisions.unit(who)))
                .send();
    }

    private void refused(Api.Answer answer, int status, String problem) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(shown("0101").json().path("unit").path("until").asString()).isEqualTo(PLANNED.toString());
        assertThat(jdbc.sql("select count(*) from unit_prolongation where unit_id = :unit")
                        .param("unit", unit)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void goesOnUntilALaterDayAndRemembersWhatWasPlanned() {
        var first = asked("0101100", unit, until(PLANNED.plusDays(100))).send();
        var second = asked("0101", unit, until(PLANNED.plusDays(200))).send();

        assertThat(first.status()).as(first.toString()).isEqualTo(200);
        assertThat(first.json().path("unit").path("alarm").isNull())
                .as("there is time again")
                .isTrue();
        assertThat(second.status()).as(second.toString()).isEqualTo(200);
        var shown = shown("0101100201").json();
        assertThat(shown.path("unit").path("until").asString())
                .isEqualTo(PLANNED.plusDays(200).toString());
        assertThat(shown.path("prolongations")
                        .valueStream()
                        .map(one -> one.path("from").asString() + " "
                                + one.path("until").asString() + " "
                                + one.path("document").asString()))
                .containsExactly(
                        PLANNED.plusDays(100) + " " + PLANNED.plusDays(200) + " 虚组〔2026〕8号",
                        PLANNED + " " + PLANNED.plusDays(100) + " 虚组〔2026〕8号");
        assertThat(api.get("/v1/units/" + unit)
                        .as(tokens.at(divisions.unit("0101")))
                        .send()
                        .json()
                        .path("until")
                        .asString())
                .isEqualTo(PLANNED.plusDays(200).toString());
    }

    @Test
    void whatSomebodyElseHasProlongedIsReadAgainFirst() {
        String seen = String.valueOf(shown("0101").header("ETag"));
        assertThat(asked("0101", unit, until(PLANNED.plusDays(1)))
                        .ifMatch(seen)
                        .send()
                        .status())
                .isEqualTo(200);

        var stale =
                asked("0101", unit, until(PLANNED.plusDays(2))).ifMatch(seen).send();

        assertThat(stale.status()).isEqualTo(412);
        assertThat(shown("0101").json().path("prolongations")).hasSize(1);
    }

    @Test
    void isDecidedByThoseWhoDecideAboutTheUnit() {
        refused(asked("0101100201", unit, until(PLANNED.plusDays(1))).send(), 403, "change.not-decider");
        refused(asked("0201", unit, until(PLANNED.plusDays(1))).send(), 404, "unit.unknown");
        assertThat(shown("0201").status()).as("another county").isEqualTo(404);
        assertThat(api.post("/v1/temporary-units/" + unit + "/prolongations", until(PLANNED.plusDays(1)))
                        .key()
                        .send()
                        .status())
                .isEqualTo(401);
    }

    @Test
    void refusesADayThatIsNoLater() {
        for (var day : List.of(PLANNED, PLANNED.minusDays(1), TODAY.minusDays(1)))
            refused(asked("0101", unit, until(day)).send(), 422, "temporary.not-later");
        jdbc.sql("update unit_until set until = :day where unit_id = :unit")
                .param("day", TODAY.minusDays(9))
                .param("unit", unit)
                .update();

        var over = asked("0101", unit, until(TODAY)).send();

        assertThat(over.problem()).as("later than planned, but not than today").isEqualTo("temporary.not-later");
        assertThat(asked("0101", unit, until(TODAY.plusDays(1))).send().status())
                .as("overdue, and prolonged late")
                .isEqualTo(200);
    }

    @Test
    void refusesUnitsThatAreNotTemporaryOrEnd() {
        refused(
                asked("0101", divisions.unit("0101100201"), until(PLANNED.plusDays(1)))
                        .send(),
                422,
                "temporary.not-temporary");
        refused(asked("0101", 99_999_999, until(PLANNED.plusDays(1))).send(), 404, "unit.unknown");
        assertThat(changes.make(Changes.abolish(unit), TODAY.plusDays(3)).status())
                .isEqualTo(200);
        refused(asked("0101", unit, until(PLANNED.plusDays(1))).send(), 409, "temporary.ending");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"document\":\"虚\",\"reason\":\"因\"}', body.invalid",
        "'{\"until\":\"2999-01-01\",\"reason\":\"因\"}', body.invalid",
        "'{\"until\":\"2999-01-01\",\"document\":\" \",\"reason\":\"因\"}', body.invalid",
        "'{\"until\":\"2999-01-01\",\"document\":\"虚\"}', body.invalid",
        "'{\"until\":\"soon\",\"document\":\"虚\",\"reason\":\"因\"}', body.wrong-type",
    })
    void refusesABadRequest(String body, String problem) {
        refused(
                api.post("/v1/temporary-units/" + unit + "/prolongations", body)
                        .as(tokens.at(divisions.unit("0101")))
                        .key()
                        .send(),
                400,
                problem);
    }
}
