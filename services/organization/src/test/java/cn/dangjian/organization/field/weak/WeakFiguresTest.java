package cn.dangjian.organization.field.weak;

import static cn.dangjian.organization.field.weak.WeakCases.COUNTY;
import static cn.dangjian.organization.field.weak.WeakCases.TODAY;
import static cn.dangjian.organization.field.weak.WeakCases.TOWN;
import static cn.dangjian.organization.field.weak.WeakCases.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Screenings, what a ratio advises, lists and figures. */
@ServiceTest
class WeakFiguresTest {

    private static final int YEAR = TODAY.getYear();

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    WeakCases cases;

    @BeforeEach
    void aProvince() {
        cases = new WeakCases("83", api, tokens, jdbc);
        jdbc.sql("delete from rule_setting").update();
    }

    private long opened(String county) {
        return cases.openScreening(county).json().path("id").asLong();
    }

    private void setRatio(String who, String domain, String percent) {
        var body = Map.of("since", TODAY.toString(), "value", new BigDecimal(percent), "document", "虚组〔2026〕5号");
        assertThat(cases.post(who, "/v1/rules/weak.ratio." + domain + "/settings", body)
                        .status())
                .isEqualTo(204);
    }

    private JsonNode advice(long batch, String domain) {
        return cases.get(COUNTY, "/v1/weak-batches/" + batch + "/advice")
                .valueStream()
                .filter(line -> line.path("domain").asString().equals(domain))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withoutARatioNothingIsComputed() {
        var rural = advice(opened(COUNTY), "RURAL");

        assertThat(rural.path("ratio").isNull()).isTrue();
        assertThat(rural.path("advised").isNull()).isTrue();
        assertThat(rural.path("units").asInt()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.01, 1", "33.3333, 1", "33.3334, 2", "66.6666, 2", "100, 3", "250, 3"})
    void aRatioAdvisesANumberAndSelectsNobody(String percent, int advised) {
        setRatio(COUNTY, "rural", percent);
        long batch = opened(COUNTY);

        var rural = advice(batch, "RURAL");

        assertThat(rural.path("units").asInt()).isEqualTo(3);
        assertThat(rural.path("advised").asInt()).isEqualTo(advised);
        assertThat(advice(batch, "URBAN").path("ratio").isNull()).isTrue();
        assertThat(jdbc.sql("select count(*) from weak_case")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "0101100, 0,  5, 403, screening.not-a-county",
        "01,      0,  5, 403, screening.not-a-county",
        "'',      0,  5, 403, screening.not-a-county",
        "0101,    0, -1, 422, screening.days-unfit",
        "0101,    0,  0, 201,",
    })
    void aCountyOpensItsScreening(String who, int first, int last, int status, String problem) {
        var answer = cases.openScreening(who, TODAY.plusDays(first), TODAY.plusDays(last));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(jdbc.sql("select count(*) from weak_batch")
                        .query(Integer.class)
                        .single())
                .isEqualTo(status == 201 ? 1 : 0);
    }

    @Test
    void onceAYearAndOnlyForItself() {
        long batch = opened(COUNTY);

        assertThat(cases.openScreening(COUNTY).problem()).isEqualTo("screening.open-already");
        assertThat(cases.get(TOWN, "/v1/weak-batches").path("items")).hasSize(1);
        assertThat(cases.get("", "/v1/weak-batches?year=" + YEAR).path("items")).hasSize(1);
        assertThat(cases.get("", "/v1/weak-batches?year=2019").path("items")).isEmpty();
        assertThat(cases.get("0121", "/v1/weak-batches").path("items")).isEmpty();
        assertThat(cases.get("0121", "/v1/weak-batches/" + batch + "/advice")
                        .path("code")
                        .asString())
                .isEqualTo("screening.unknown");
    }

    @Test
    void namesNobodyOutsideTheDaysOfTheScreening() {
        var over = cases.openScreening(COUNTY, TODAY.withDayOfYear(1), TODAY.withDayOfYear(1));
        assertThat(over.status()).isEqualTo(201);

        var answer = cases.screen(TOWN, VILLAGE, "NO_VENUE");

        assertThat(answer.problem()).isEqualTo(TODAY.getDayOfYear() == 1 ? null : "weak.screening-over");
    }

    private void threeCases() {
        opened(COUNTY);
        opened("0121");
        cases.screened("0101100201");
        long second = cases.screened("0101100202");
        cases.done(COUNTY, second, "confirmation");
        assertThat(cases.screen("0101001", "0101001001", "POOR_SERVICE").status())
                .isEqualTo(201);
        cases.screened("0121200201");
    }

    @Test
    void figuresAreTheSumsOfTheTierBelow() {
        threeCases();

        for (String unit : List.of("", "01", "0101", "0101100", "0121", "02")) {
            var view = cases.get("", "/v1/weak-figures?year=" + YEAR + "&unit=" + cases.divisions.unit(unit));
            var sum = new HashMap<String, Integer>();
            add(view.path("own"), sum);
            view.path("children").forEach(child -> add(child.path("figures"), sum));
            var total = new HashMap<String, Integer>();
            add(view.path("total"), total);
            assertThat(sum).as(unit).isEqualTo(total);
            view.path("children").forEach(child -> {
                var below = cases.get(
                        "",
                        "/v1/weak-figures?year=" + YEAR + "&unit="
                                + child.path("unit").asLong());
                assertThat(below.path("total")).isEqualTo(child.path("figures"));
            });
        }
        var county = cases.get(COUNTY, "/v1/weak-figures?year=" + YEAR).path("total");
        assertThat(county.path("cases").asInt()).isEqualTo(3);
        assertThat(county.path("states").path("CONFIRMED").asInt()).isEqualTo(1);
        assertThat(county.path("types").path("NO_VENUE").asInt()).isEqualTo(2);
        assertThat(cases.get("", "/v1/weak-figures?year=2019")
                        .path("total")
                        .path("cases")
                        .asInt())
                .isZero();
    }

    private static void add(JsonNode figures, Map<String, Integer> sum) {
        sum.merge("cases", figures.path("cases").asInt(), Integer::sum);
        for (String part : List.of("states", "domains", "types")) {
            figures.path(part)
                    .properties()
                    .forEach(entry -> sum.merge(
                            part + "." + entry.getKey(), entry.getValue().asInt(), Integer::sum));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ''      | ''                                | 4
        01      | ''                                | 4
        02      | ''                                | 0
        0101    | ''                                | 3
        0101100 | ''                                | 2
        0121    | ''                                | 1
        0101    | state=CONFIRMED                   | 1
        0101    | type=POOR_SERVICE                 | 1
        0101    | domain=URBAN                      | 1
        0101    | domain=RURAL&type=NO_VENUE        | 2
        0101    | year=2019                         | 0
        """)
    void listsWhatLiesInTheScopePageByPage(String who, String query, int number) {
        threeCases();
        int seen = 0;
        String cursor = "";
        do {
            var page = cases.get(who, "/v1/weak-cases?limit=1&cursor=" + cursor + "&" + query);
            seen += page.path("items").size();
            cursor = page.path("next").isNull() ? "" : page.path("next").asString();
        } while (!cursor.isEmpty());

        assertThat(seen).isEqualTo(number);
    }

    @Test
    void anotherCountySeesNothing() {
        threeCases();
        long id = cases.get(COUNTY, "/v1/weak-cases")
                .path("items")
                .path(0)
                .path("id")
                .asLong();
        String other = tokens.at(cases.divisions.unit("0121"));

        assertThat(api.get("/v1/weak-cases/" + id).as(other).send().problem()).isEqualTo("weak.unknown");
        assertThat(api.get("/v1/weak-cases?unit=" + cases.divisions.unit(TOWN))
                        .as(other)
                        .send()
                        .problem())
                .isEqualTo("unit.unknown");
        assertThat(api.get("/v1/weak-figures?year=" + YEAR + "&unit=" + cases.divisions.unit(TOWN))
                        .as(other)
                        .send()
                        .problem())
                .isEqualTo("unit.unknown");
        for (String part : List.of("links", "measures", "links/1/end", "measures/1/completion")) {
            Map<String, Object> body = new HashMap<>(Map.of("day", "2026-01-02"));
            if (part.equals("links")) {
                body = Map.of("role", "WORK_TEAM", "name", "某", "unit", "某", "from", "2026-01-02");
            } else if (part.equals("measures")) {
                body = Map.of("text", "某", "responsible", "某", "dueOn", "2026-01-02");
            } else if (part.startsWith("measures")) {
                body = Map.of("doneOn", "2026-01-02", "result", "某");
            }
            assertThat(cases.post("0121", "/v1/weak-cases/" + id + "/" + part, body)
                            .problem())
                    .isEqualTo("weak.unknown");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/weak-cases",
                "/v1/weak-cases/1",
                "/v1/weak-figures?year=2026",
                "/v1/weak-batches",
                "/v1/weak-batches/1/advice",
                "/v1/weak-types"
            })
    void withoutATokenNothingIsTold(String path) {
        assertThat(api.get(path).send().status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "weak-cases?state=LOST",
                "weak-cases?year=soon",
                "weak-cases?cursor=abc",
                "weak-cases?limit=0",
                "weak-cases?limit=201",
                "weak-figures",
                "weak-figures?year=1",
                "contact-links?kind=FRIEND",
                "contact-links?on=soon"
            })
    void refusesAQuestionThatMakesNoSense(String query) {
        var answer = api.get("/v1/" + query)
                .as(tokens.at(cases.divisions.unit(COUNTY)))
                .send();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    }

    @Test
    void theTenTypesHaveASource() {
        var types = cases.get(VILLAGE, "/v1/weak-types");

        assertThat(types).hasSize(10);
        types.forEach(type -> assertThat(type.path("source").asString()).contains("R-26"));
    }
}
