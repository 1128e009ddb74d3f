package cn.dangjian.organization.field.weak;

import static cn.dangjian.organization.field.weak.WeakCases.COUNTY;
import static cn.dangjian.organization.field.weak.WeakCases.TODAY;
import static cn.dangjian.organization.field.weak.WeakCases.TOWN;
import static cn.dangjian.organization.field.weak.WeakCases.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a case goes from 排查 to 销号, and who may do what. */
@ServiceTest
class WeakCaseTest {

    private static final String TYPE = "organization.weak-case-changed.v1";

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    Broker broker;

    @Autowired
    JdbcClient jdbc;

    WeakCases cases;

    @BeforeEach
    void aScreening() {
        cases = new WeakCases("83", api, tokens, jdbc);
        assertThat(cases.openScreening(COUNTY).status()).isEqualTo(201);
    }

    private String state(long id) {
        return cases.get(COUNTY, "/v1/weak-cases/" + id).path("state").asString();
    }

    @Test
    void goesFromScreeningToClosure() {
        long id = cases.rectifying(VILLAGE);
        long measure = cases.firstMeasure(id);
        cases.linkAll(id);
        assertThat(cases.complete(TOWN, id, measure, TODAY).status()).isEqualTo(200);
        cases.done(TOWN, id, "checks");
        cases.done(COUNTY, id, "acceptance", "closure");

        var weak = cases.get(VILLAGE, "/v1/weak-cases/" + id);
        assertThat(weak.path("state").asString()).isEqualTo("CLOSED");
        assertThat(weak.path("types")).hasSize(2);
        assertThat(weak.path("links")).hasSize(5);
        assertThat(weak.path("history").valueStream().map(step -> step.path("step")
                        .asString()))
                .containsExactly("SCREENED", "CONFIRMED", "STARTED", "CHECKED", "ACCEPTANCE", "CLOSED");
    }

    @Test
    void aFurtherRoundKeepsTheHistory() {
        long id = cases.rectifying(VILLAGE);
        cases.done(COUNTY, id, "acceptance", "continuation");
        cases.measure(id);
        cases.done(TOWN, id, "start");

        var weak = cases.get(COUNTY, "/v1/weak-cases/" + id);
        assertThat(weak.path("round").asInt()).isEqualTo(2);
        assertThat(weak.path("state").asString()).isEqualTo("RECTIFYING");
        assertThat(weak.path("plan").valueStream().map(one -> one.path("round").asInt()))
                .containsExactly(1, 2);
        assertThat(weak.path("history")).hasSize(6);
    }

    @Test
    void isClosedOnlyWithAllMeasuresDoneAndAllLinks() {
        long id = cases.rectifying(VILLAGE);
        long measure = cases.firstMeasure(id);
        cases.done(COUNTY, id, "acceptance");
        assertThat(cases.step(COUNTY, id, "closure").problem()).isEqualTo("weak.measures-open");
        cases.done(COUNTY, id, "continuation");
        cases.done(TOWN, id, "start");
        assertThat(cases.complete(TOWN, id, measure, TODAY.plusDays(1)).problem())
                .isEqualTo("weak.day-ahead");
        assertThat(cases.complete(TOWN, id, measure, TODAY).status()).isEqualTo(200);
        assertThat(cases.complete(TOWN, id, measure, TODAY).problem()).isEqualTo("weak.done-already");
        cases.done(COUNTY, id, "acceptance");

        var refused = cases.step(COUNTY, id, "closure");

        assertThat(refused.problem()).isEqualTo("weak.links-missing");
        assertThat(refused.json().path("detail").asString()).contains("COUNTY_LEADER", "UNIT_ITSELF");
        assertThat(state(id)).isEqualTo("ACCEPTANCE");
        cases.linkAll(id);
        cases.done(COUNTY, id, "closure");
    }

    @Test
    void aLinkThatNobodyHoldsIsARedFlag() {
        long id = cases.screened(VILLAGE);
        assertThat(cases.get(COUNTY, "/v1/weak-cases/" + id).path("missing")).isEmpty();
        cases.done(COUNTY, id, "confirmation");
        assertThat(cases.get(COUNTY, "/v1/weak-cases/" + id).path("missing")).hasSize(5);

        cases.linkAll(id);

        var linked = cases.get(COUNTY, "/v1/weak-cases/" + id);
        assertThat(linked.path("missing")).isEmpty();
        assertThat(cases.link(COUNTY, id, "WORK_TEAM").problem()).isEqualTo("weak.link-held");
        String end = "/v1/weak-cases/" + id + "/links/"
                + linked.path("links").path(0).path("id").asLong() + "/end";
        assertThat(cases.post(COUNTY, end, Map.of("day", TODAY.minusDays(1).toString()))
                        .problem())
                .isEqualTo("weak.link-days-unfit");
        jdbc.sql("update weak_link set from_day = :day where case_id = :id")
                .param("day", TODAY.minusDays(9))
                .param("id", id)
                .update();
        assertThat(cases.post(COUNTY, end, Map.of("day", TODAY.minusDays(1).toString()))
                        .status())
                .isEqualTo(200);
        assertThat(cases.get(COUNTY, "/v1/weak-cases/" + id).path("missing").valueStream())
                .extracting(role -> role.asString())
                .containsExactly("COUNTY_LEADER");
    }

    @ParameterizedTest
    @CsvSource({
        "0101100,    confirmation, 403, weak.not-yours",
        "0101100201, confirmation, 403, weak.not-yours",
        "01,         confirmation, 403, weak.not-yours",
        "'',         confirmation, 403, weak.not-yours",
        "0121,       confirmation, 404, weak.unknown",
        "0101001,    confirmation, 404, weak.unknown",
        "0121,       dismissal,    404, weak.unknown",
        "0121,       start,        404, weak.unknown",
        "0121,       checks,       404, weak.unknown",
        "0121,       acceptance,   404, weak.unknown",
        "0121,       closure,      404, weak.unknown",
        "0121,       continuation, 404, weak.unknown",
        "0121,       samples,      404, weak.unknown",
        "0101,       start,        403, weak.not-yours",
        "0101100,    start,        409, weak.wrong-state",
        "0101,       acceptance,   409, weak.wrong-state",
        "0101,       closure,      409, weak.wrong-state",
        "0101,       continuation, 409, weak.wrong-state",
        "0101,       checks,       409, weak.wrong-state",
        "0101,       samples,      403, weak.not-yours",
        "'',         samples,      200,",
        "0101,       dismissal,    200,",
    })
    void eachStepTakesItsHandAndItsState(String who, String step, int status, String problem) {
        long id = cases.screened(VILLAGE);

        var answer = cases.step(who, id, step);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        if (!step.equals("dismissal") || status != 200) assertThat(state(id)).isEqualTo("SCREENED");
    }

    @Test
    void whoScreenedDoesNotDecide() {
        long id = cases.screened(VILLAGE);
        String sameAccount = tokens.at(cases.divisions.unit(COUNTY), cases.divisions.unit(TOWN));

        var answer = api.post("/v1/weak-cases/" + id + "/dismissal", Map.of("reason", "无"))
                .as(sameAccount)
                .key()
                .send();

        assertThat(answer.problem()).isEqualTo("weak.same-person");
    }

    @Test
    void doesNotStartWithoutAPlanNorOnAStaleVersion() {
        long id = cases.screened(VILLAGE);
        cases.done(COUNTY, id, "confirmation");
        assertThat(cases.step(TOWN, id, "start").problem()).isEqualTo("weak.no-plan");
        cases.measure(id);

        var stale = api.post("/v1/weak-cases/" + id + "/start", Map.of())
                .as(tokens.at(cases.divisions.unit(TOWN)))
                .key()
                .ifMatch("\"2\"")
                .send();

        assertThat(stale.status()).isEqualTo(412);
        assertThat(state(id)).isEqualTo("CONFIRMED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        0101100 | 0101100201 | NO_VENUE        | 0    | 201 |
        0101100 | 0101001001 | NO_VENUE        | 0    | 404 | unit.unknown
        0101    | 0101100201 | NO_VENUE        | 0    | 403 | weak.not-yours
        ''      | 0101100201 | NO_VENUE        | 0    | 403 | weak.not-yours
        0101100 | 0101100    | NO_VENUE        | 0    | 403 | weak.not-yours
        0101    | 0101100    | NO_VENUE        | 0    | 422 | weak.not-a-base
        0101100 | 0101100201 | LAZY            | 0    | 422 | weak.type-unknown
        0101100 | 0101100201 | NO_VENUE        | 1    | 409 | weak.no-screening
        0121200 | 0121200201 | NO_VENUE        | 0    | 409 | weak.no-screening
        0101100 | 0101100201 | ''              | 0    | 400 | body.invalid
        0101100 | 0101100201 | NO_VENUE        | 9000 | 400 | body.invalid
        """)
    void onlyATownshipProposesItsOwnUnits(
            String who, String village, String type, int years, int status, String problem) {
        var body = Map.of(
                "unit",
                cases.divisions.unit(village),
                "year",
                TODAY.getYear() + years,
                "types",
                List.of(type),
                "note",
                "排查");

        var answer = cases.post(who, "/v1/weak-cases", body);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(jdbc.sql("select count(*) from weak_case")
                        .query(Integer.class)
                        .single())
                .isEqualTo(status == 201 ? 1 : 0);
    }

    @Test
    void aUnitIsProposedOnceAYearHoweverManyTry() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            var answers = threads.invokeAll(Collections.nCopies(6, (Callable<Integer>)
                    () -> cases.screen(TOWN, VILLAGE, "NO_VENUE").status()));
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) statuses.add(answer.get());
            assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        }
        assertThat(cases.screen(TOWN, VILLAGE, "NO_VENUE").problem()).isEqualTo("weak.there-already");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/dismissal",
                "/confirmation",
                "/start",
                "/checks",
                "/acceptance",
                "/closure",
                "/continuation",
                "/samples",
                "/links",
                "/links/1/end",
                "/measures",
                "/measures/1/completion"
            })
    void withoutATokenNothingIsDone(String path) {
        assertThat(api.post("/v1/weak-cases/1" + path, Map.of()).key().send().status())
                .isEqualTo(401);
    }

    @Test
    void announcesEachStepAndNobodysName() {
        long id = cases.rectifying(VILLAGE);
        cases.linkAll(id);

        Awaitility.await().untilAsserted(() -> assertThat(broker.heardOf(TYPE))
                .filteredOn(event -> event.path("key").asString().equals("case:" + id))
                .extracting(event -> event.path("data").path("state").asString())
                .containsExactly("SCREENED", "CONFIRMED", "RECTIFYING"));
        for (var event : broker.heardOf(TYPE)) {
            EventSchemas.validate(TYPE, event.toString());
            assertThat(event.toString()).doesNotContain("某某");
        }
    }
}
