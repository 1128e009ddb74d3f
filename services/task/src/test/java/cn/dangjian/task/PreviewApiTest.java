package cn.dangjian.task;

import static cn.dangjian.testkit.Province.COUNTY;
import static cn.dangjian.testkit.Province.OTHER_COUNTY;
import static cn.dangjian.testkit.Province.SIBLING_COUNTY;
import static cn.dangjian.testkit.Province.VILLAGES;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.platform.rules.calendar.WorkingDays;
import cn.dangjian.testkit.Api;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What a dispatch would come to, before it is sent (U-10). */
class PreviewApiTest extends RunningTask {

    /** A day long after everything that other tests dispatch. */
    private static final LocalDate DAY =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).plusYears(4).withMonth(6).withDayOfMonth(1);

    @Autowired
    WorkingDays workingDays;

    @Autowired
    JdbcTemplate database;

    private Api.Answer preview(long unit, String deadline, String target) {
        return api.post("/v1/dispatch-previews", "{\"deadline\":%s,\"target\":%s}".formatted(deadline, target))
                .as(tokens.at(unit))
                .send();
    }

    private void dispatch(LocalDate day, String target) {
        var answer = api.post("/v1/dispatches", """
            {"title":"排查","text":"请核实。","goal":"全部核实","deadline":"%s","target":%s}\
            """.formatted(day, target))
                .as(tokens.at(COUNTY))
                .key()
                .send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    private static JsonNode on(JsonNode preview, LocalDate day) {
        return preview.path("around")
                .valueStream()
                .filter(one -> one.path("day").asString().equals(day.toString()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void showsWhatElseFallsDueThatDayByTierAndADayWithLess() {
        var calendar = workingDays.calendar();
        var due = calendar.after(DAY, 10);
        database.update(
                "delete a, d from assignment a join dispatch d on d.id = a.dispatch_id where d.deadline > ?",
                DAY.minusDays(30).toString());
        dispatch(due, "{\"units\":[11111,11112,11113]}");
        dispatch(due, "{\"units\":[11111,11112]}");
        dispatch(due, "{\"units\":[11111,1111]}");
        for (int near : List.of(1, 2)) dispatch(calendar.after(due, near), "{\"units\":[11111]}");
        long dispatches = tasks.dispatchesOf(COUNTY).size();

        var answer = preview(COUNTY, "\"" + due + "\"", "{\"units\":[11111,11112,11113,11121,11122,1111,1112]}");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        var preview = answer.json();
        assertThat(preview.path("addressed").asInt()).isEqualTo(7);
        assertThat(preview.path("around")).hasSize(11);
        var that = on(preview, due);
        assertThat(that.path("assignments").asInt()).isEqualTo(7);
        assertThat(that.path("tiers").valueStream().map(JsonNode::toString))
                .containsExactly(
                        "{\"tier\":\"TOWNSHIP\",\"units\":2,\"assignments\":1,\"median\":0.5,\"most\":1}",
                        "{\"tier\":\"VILLAGE\",\"units\":5,\"assignments\":6,\"median\":1.0,\"most\":3}");
        assertThat(on(preview, calendar.after(due, 1)).path("assignments").asInt())
                .isEqualTo(1);
        assertThat(LocalDate.parse(preview.path("lighter").asString()))
                .as("the nearest working day with nothing is the one before")
                .isBefore(due);
        assertThat(on(preview, LocalDate.parse(preview.path("lighter").asString()))
                        .path("assignments")
                        .asInt())
                .isZero();
        assertThat(tasks.dispatchesOf(COUNTY)).hasSize((int) dispatches);
        var quiet = calendar.after(due, 4);
        assertThat(preview(COUNTY, "\"" + quiet + "\"", "{\"tier\":\"VILLAGE\"}")
                        .json()
                        .path("lighter")
                        .isNull())
                .isTrue();
    }

    @Test
    void whatIsHandedInIsNotDueAndAnOwnDateCountsWhereItLies() {
        var calendar = workingDays.calendar();
        var due = calendar.after(DAY.plusYears(1), 10);
        dispatch(due, "{\"tier\":\"VILLAGE\"}");
        long dispatch = tasks.dispatchesOf(COUNTY).getFirst().path("id").asLong();
        database.update(
                "update assignment set state = 'SUBMITTED' where dispatch_id = ? and unit_id = 11111", dispatch);
        database.update(
                "update assignment set due_at = ? where dispatch_id = ? and unit_id = 11112",
                calendar.after(due, 2) + " 02:00:00",
                dispatch);

        var preview =
                preview(COUNTY, "\"" + due + "\"", "{\"tier\":\"VILLAGE\"}").json();

        assertThat(preview.path("addressed").asInt()).isEqualTo(VILLAGES.size());
        assertThat(on(preview, due).path("assignments").asInt()).isEqualTo(3);
        assertThat(on(preview, calendar.after(due, 2)).path("assignments").asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        111   | `"2020-01-01"`         | `{"tier":"VILLAGE"}` | deadline.past
        111   | `{"workingDays":5}`    | `{}`                 | target.none-chosen
        111   | `{"workingDays":5}`    | `{"units":[12111]}`  | target.empty
        11111 | `{"workingDays":5}`    | `{"tier":"BRANCH"}`  | target.empty
        111   | `{"workingDays":0}`    | `{"tier":"VILLAGE"}` | body.invalid
        """)
    void refusesWhatADispatchWouldRefuse(long unit, String deadline, String target, String code) {
        assertThat(preview(unit, deadline, target).problem()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"tier":"TOWNSHIP"}
        {"tier":"VILLAGE","domain":"URBAN"}
        {"tier":"VILLAGE","under":1112}
        {"units":[11111,11111,11121]}
        {"tier":"VILLAGE","units":[1111,11121]}
        """)
    void countsWhomADispatchWouldGoTo(String target) {
        var preview = preview(COUNTY, "{\"workingDays\":20}", target).json();

        assertThat(preview.path("addressed").asInt())
                .isEqualTo(
                        tasks.dispatch(COUNTY, target).json().path("addressed").asInt());
    }

    @Test
    void saysHowManyOfTheUnitsNamedDoNotFit() {
        var preview = preview(COUNTY, "{\"workingDays\":20}", "{\"units\":[11111,11111,12111,99]}")
                .json();

        assertThat(preview.path("addressed").asInt()).isEqualTo(1);
        assertThat(preview.path("leftOut").asInt()).isEqualTo(2);
        assertThat(preview.path("first").valueStream().map(unit -> unit.path("unit")
                        .asLong()))
                .containsExactly(11111L);
    }

    @Test
    void countsOnlyTheCallersOwnUnits() {
        String soon = "{\"workingDays\":20}";

        assertThat(preview(SIBLING_COUNTY, soon, "{\"tier\":\"VILLAGE\"}")
                        .json()
                        .path("addressed")
                        .asInt())
                .isEqualTo(2);
        assertThat(preview(OTHER_COUNTY, soon, "{\"tier\":\"VILLAGE\"}")
                        .json()
                        .path("addressed")
                        .asInt())
                .isEqualTo(1);
    }
}
