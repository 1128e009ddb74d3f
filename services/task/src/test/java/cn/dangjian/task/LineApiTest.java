package cn.dangjian.task;

import static cn.dangjian.task.Tasks.toVillages;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tasks that go down a line (条), and who reviews what comes back. */
class LineApiTest extends RunningTask {

    private static final String LINE = "by=LINE";

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void aLine(@Autowired Province province) {
        province.settleLine();
    }

    @AfterEach
    void noLine() {
        jdbc.sql("update unit set line_path = null").update();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"tier":"VILLAGE"}                | 3
        {"tier":"TOWNSHIP"}               | 1
        {"tier":"VILLAGE","under":1121}   | 2
        {"units":[1121,11122]}            | 2
        """)
    void goesToWhomTheCommitteeSupervises(String target, int addressed) {
        var answer = dispatch(target);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.json().path("addressed").asInt()).isEqualTo(addressed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"units":[11121]}                 | target.outside-scope
        {"units":[119]}                   | target.outside-scope
        {"tier":"VILLAGE","under":111}    | target.outside-scope
        {"tier":"COUNTY"}                 | target.empty
        """)
    void refusesATargetThatTheCommitteeDoesNotSupervise(String target, String code) {
        int before = tasks.dispatchesOf(Province.LINE_COMMITTEE).size();

        assertThat(dispatch(target).problem()).isEqualTo(code);

        assertThat(tasks.dispatchesOf(Province.LINE_COMMITTEE)).hasSize(before);
    }

    @Test
    void refusesWhoIsInNoLineAndWhoForgetsToSayIt() {
        var noLine = api.post("/v1/dispatches?" + LINE, Tasks.body("条线任务", toVillages()))
                .as(tokens.at(Province.COUNTY))
                .key()
                .send();
        var byTerritory = tasks.dispatch(Province.LINE_COMMITTEE, toVillages());

        assertThat(noLine.problem()).isEqualTo("scope.no-line");
        assertThat(byTerritory.problem()).isEqualTo("target.empty");
    }

    @Test
    void isReviewedByWhoIsDirectlyAboveInTheLine() {
        long dispatch = dispatch(toVillages()).json().path("id").asLong();
        long lone = handedIn(Province.LINE_LONE_VILLAGE, dispatch);
        long below = handedIn(Province.LINE_VILLAGE, dispatch);

        assertThat(reviews(Province.LINE_COMMITTEE, LINE)).contains(lone).doesNotContain(below);
        assertThat(reviews(Province.LINE_TOWNSHIP, LINE)).contains(below);
        assertThat(reviews(Province.SECOND_TOWNSHIP, "by=BLOCK")).doesNotContain(lone);
        assertThat(reviews(Province.LINE_TOWNSHIP, "by=BLOCK")).doesNotContain(below);
        assertThat(tasks.approve(lone, Province.SECOND_TOWNSHIP).problem()).isEqualTo("assignment.not-your-review");
        assertThat(approve(below, Province.LINE_COMMITTEE).problem()).isEqualTo("assignment.not-your-review");
        assertThat(approve(lone, Province.LINE_COMMITTEE).status()).isEqualTo(200);
        assertThat(approve(below, Province.LINE_TOWNSHIP).status()).isEqualTo(200);
    }

    @Test
    void isReviewedByTerritoryOnceNobodyIsAboveInALine() {
        long dispatch = dispatch(toVillages()).json().path("id").asLong();
        long lone = handedIn(Province.LINE_LONE_VILLAGE, dispatch);
        noLine();

        assertThat(reviews(Province.SECOND_TOWNSHIP, "by=BLOCK")).contains(lone);
        assertThat(tasks.approve(lone, Province.SECOND_TOWNSHIP).status()).isEqualTo(200);
    }

    @Test
    void leavesWhatCameDownTheTerritoryToTheTerritory() {
        long dispatch =
                tasks.dispatch(Province.COUNTY, toVillages()).json().path("id").asLong();
        long lone = handedIn(Province.LINE_LONE_VILLAGE, dispatch);

        assertThat(reviews(Province.LINE_COMMITTEE, LINE)).doesNotContain(lone);
        assertThat(approve(lone, Province.LINE_COMMITTEE).problem()).isEqualTo("assignment.not-your-review");
        assertThat(tasks.approve(lone, Province.SECOND_TOWNSHIP).status()).isEqualTo(200);
    }

    @Test
    void showsTheLineItsTasksAndOthersOnlyTheirPart() {
        long dispatch = dispatch(toVillages()).json().path("id").asLong();
        long lone = tasks.assignmentOf(Province.LINE_LONE_VILLAGE, dispatch);

        assertThat(get("/v1/dispatches/" + dispatch + "?" + LINE, Province.LINE_COMMITTEE)
                        .json()
                        .path("hierarchy")
                        .asString())
                .isEqualTo("LINE");
        assertThat(units("/v1/dispatches/" + dispatch + "/assignments?" + LINE, Province.LINE_COMMITTEE))
                .containsExactlyInAnyOrder(11211L, 11212L, 11122L);
        assertThat(units("/v1/dispatches/" + dispatch + "/assignments?" + LINE, Province.LINE_TOWNSHIP))
                .containsExactly(11211L, 11212L);
        assertThat(units("/v1/dispatches/" + dispatch + "/assignments", Province.COUNTY))
                .containsExactly(11122L);
        assertThat(get("/v1/assignments/" + lone + "?" + LINE, Province.LINE_COMMITTEE)
                        .status())
                .isEqualTo(200);
        for (var door : List.of("/v1/dispatches/" + dispatch, "/v1/assignments/" + lone)) {
            assertThat(get(door + "?" + LINE, Province.LINE_TOWNSHIP).status())
                    .isEqualTo(door.contains("dispatches") ? 200 : 404);
            assertThat(get(door, Province.OTHER_COUNTY).status()).isEqualTo(404);
            assertThat(get(door + "?" + LINE, Province.OTHER_COUNTY).problem()).isEqualTo("scope.no-line");
        }
    }

    private Api.Answer dispatch(String target) {
        return api.post("/v1/dispatches?" + LINE, Tasks.body("条线任务", target))
                .as(tokens.at(Province.LINE_COMMITTEE))
                .key()
                .send();
    }

    private long handedIn(long unit, long dispatch) {
        long assignment = tasks.assignmentOf(unit, dispatch);
        tasks.sign(assignment, unit);
        tasks.submit(assignment, unit);
        return assignment;
    }

    private Api.Answer approve(long assignment, long unit) {
        return api.post("/v1/assignments/" + assignment + "/approval?" + LINE, Map.of())
                .as(tokens.at(unit))
                .send();
    }

    private List<Long> reviews(long unit, String by) {
        return get("/v1/reviews?limit=200&" + by, unit)
                .json()
                .path("items")
                .valueStream()
                .map(line -> line.path("id").asLong())
                .toList();
    }

    private List<Long> units(String door, long unit) {
        return get(door, unit)
                .json()
                .path("items")
                .valueStream()
                .map(line -> line.path("unit").asLong())
                .toList();
    }

    private Api.Answer get(String door, long unit) {
        return api.get(door).as(tokens.at(unit)).send();
    }
}
