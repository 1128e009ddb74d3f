package cn.dangjian.organization.register.coverage;

import static cn.dangjian.organization.register.entry.Desk.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.register.entry.Branches;
import cn.dangjian.organization.register.entry.Desk;
import cn.dangjian.organization.tree.application.Divisions;
import cn.dangjian.organization.tree.rollup.Recount;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class CoverageApiTest {

    @AfterEach
    void treeAsBefore() {
        branches.forget();
    }

    private static final List<String> PLACES = List.of(
            "0101001", "0101001001", "0101100", "0101100201", "0101100203", "0121200202", "0201100", "0201100201");
    private static final List<String> FIGURES =
            List.of("covered", "shouldBeCovered", "notYet", "notRequired", "eligible");

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    Divisions divisions;
    Desk desk;
    Branches branches;
    long township;
    long village;

    @BeforeEach
    void tree() {
        divisions = new Divisions("48", api, tokens, jdbc);
        divisions.settle();
        desk = new Desk(api, tokens);
        branches = new Branches(jdbc);
        for (String table : List.of("register_unit", "register_state", "register_link", "coverage_target")) {
            jdbc.sql("delete from " + table).update();
        }
        Recount.anew(jdbc);
        township = divisions.unit("0101100");
        village = divisions.unit("0101100201");
    }

    private JsonNode coverage(long unit, String query) {
        var answer = api.get("/v1/coverage?unit=" + unit + query)
                .as(tokens.at(divisions.unit("")))
                .send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode rate(JsonNode rates, String type) {
        for (var rate : rates) if (rate.path("type").asString().equals(type)) return rate;
        throw new AssertionError(type + " is not in " + rates);
    }

    @Test
    void saysFromWhenItCanBeWorkedOut() {
        var answer = api.get("/v1/coverage?unit=" + township + "&asOf=2009-06-01")
                .as(tokens.at(township))
                .send();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("rule.not-yet");
        assertThat(answer.json().path("detail").asString()).contains("20");
    }

    private Api.Answer target(String caller, Object year, @Nullable String type, @Nullable String percent) {
        var body = new HashMap<String, Object>(Map.of("document", "虚组〔2026〕9号", "year", year));
        body.put("type", type);
        body.put("percent", percent == null ? null : new BigDecimal(percent));
        return api.post("/v1/coverage-targets", body)
                .as(tokens.at(divisions.unit(caller)))
                .key()
                .send();
    }

    @Test
    void countsByStateAndGivesTheRate() {
        for (int members : List.of(0, 0, 1, 2, 3, 4, 9)) desk.enter(township, village, "PRIVATE_ENTERPRISE", members);
        for (int i = 0; i < 2; i++) {
            long id = desk.enter(township, village, "PRIVATE_ENTERPRISE", 3);
            desk.cover(township, id, branches.below(village, "BRANCH"), "SINGLE", TODAY);
        }

        var rate = rate(coverage(township, "").path("total"), "PRIVATE_ENTERPRISE");

        assertThat(rate.path("covered").asInt()).isEqualTo(2);
        assertThat(rate.path("shouldBeCovered").asInt()).isEqualTo(3);
        assertThat(rate.path("notYet").asInt()).isEqualTo(2);
        assertThat(rate.path("notRequired").asInt()).isEqualTo(2);
        assertThat(rate.path("eligible").asInt()).isEqualTo(7);
        assertThat(rate.path("percent").decimalValue()).isEqualByComparingTo("28.57");
    }

    @Test
    void nothingEligibleHasNoRate() {
        desk.enter(township, village, "SCHOOL", 0);

        assertThat(rate(coverage(township, "").path("total"), "SCHOOL")
                        .path("percent")
                        .isNull())
                .isTrue();
    }

    @Test
    void figuresOfEveryTierAreTheSumsOfTheTierBelow() {
        var random = new Random(9);
        var types = List.of("SCHOOL", "HOSPITAL", "PRIVATE_ENTERPRISE");
        long province = divisions.unit("");
        for (int i = 0; i < 60; i++) {
            long place = divisions.unit(PLACES.get(random.nextInt(PLACES.size())));
            long id = desk.enter(province, place, types.get(random.nextInt(types.size())), random.nextInt(6));
            if (random.nextInt(3) == 0) {
                desk.cover(province, id, divisions.unit("0101100201"), "AREA", TODAY.minusDays(random.nextInt(20)));
            }
            if (random.nextInt(6) == 0) desk.close(province, id, TODAY);
        }

        for (String query : List.of("", "&asOf=" + TODAY.minusDays(10))) {
            assertSums(province, query);
            assertThat(sums(coverage(province, query).path("total"))).isNotEmpty();
        }
    }

    private Map<String, Integer> assertSums(long unit, String query) {
        var coverage = coverage(unit, query);
        var total = sums(coverage.path("total"));
        var parts = sums(coverage.path("own"));
        for (var child : coverage.path("children")) {
            var below = assertSums(child.path("unitId").asLong(), query);
            assertThat(sums(child.path("rates"))).isEqualTo(below);
            below.forEach((figure, value) -> parts.merge(figure, value, Integer::sum));
        }
        assertThat(total).as("unit " + unit).isEqualTo(parts);
        return total;
    }

    private static Map<String, Integer> sums(JsonNode rates) {
        var sums = new TreeMap<String, Integer>();
        for (var rate : rates) {
            for (String figure : FIGURES) {
                sums.merge(
                        rate.path("type").asString() + " " + figure,
                        rate.path(figure).asInt(),
                        Integer::sum);
            }
        }
        return sums;
    }

    @Test
    void figuresOfAPastDayStayWhatTheyWere() {
        long closed = desk.enter(township, village, "SCHOOL", 3);
        long open = desk.enter(township, village, "SCHOOL", 3);
        desk.cover(township, open, village, "SINGLE", TODAY.minusDays(10));
        desk.close(township, closed, TODAY.minusDays(5));

        assertThat(coverage(township, "&asOf=" + TODAY.minusDays(31)).path("total"))
                .isEmpty();
        assertThat(figures(TODAY.minusDays(11))).isEqualTo("0/2");
        assertThat(figures(TODAY.minusDays(10))).isEqualTo("1/2");
        assertThat(figures(TODAY.minusDays(5))).isEqualTo("1/1");
        assertThat(figures(TODAY)).isEqualTo("1/1");
    }

    private String figures(LocalDate day) {
        var rate = rate(coverage(township, "&asOf=" + day).path("total"), "SCHOOL");
        return rate.path("covered").asInt() + "/" + rate.path("eligible").asInt();
    }

    @Test
    void theNearestSuperiorsLastTargetStandsBesideTheRate() {
        desk.enter(township, village, "SCHOOL", 3);
        desk.enter(township, village, "HOSPITAL", 3);
        int year = TODAY.getYear();
        assertThat(target("", year, "SCHOOL", "80").status()).isEqualTo(204);
        target("0101", year, "SCHOOL", "85");
        target("0101", year, "SCHOOL", "90.5");
        target("0101", year + 1, "SCHOOL", "100");
        target("0201", year, "HOSPITAL", "70");

        assertThat(goal(village, "SCHOOL")).isEqualTo("90.50");
        assertThat(goal(divisions.unit("0101"), "SCHOOL")).isEqualTo("90.50");
        assertThat(goal(divisions.unit("01"), "SCHOOL")).isEqualTo("80.00");
        assertThat(goal(village, "HOSPITAL")).isEqualTo("null");
        var children = coverage(divisions.unit("01"), "").path("children");
        assertThat(rate(children.path(0).path("rates"), "SCHOOL").path("target").decimalValue())
                .isEqualByComparingTo("90.5");
    }

    private String goal(long unit, String type) {
        var target = rate(coverage(unit, "").path("total"), type).path("target");
        return target.isNull() ? "null" : target.decimalValue().setScale(2).toString();
    }

    @ParameterizedTest
    @CsvSource({
        "0101100, 0, SCHOOL, 80, 403, coverage.target-not-yours",
        "0101, 0, GALAXY, 80, 422, coverage.type-unknown",
        "0101, -1, SCHOOL, 80, 422, coverage.target-past",
        "0101, 0, SCHOOL, -1, 400, body.invalid",
        "0101, 0, SCHOOL, 100.01, 400, body.invalid",
        "0101, 0, SCHOOL, 80.123, 400, body.invalid",
        "0101, 0, SCHOOL, , 400, body.invalid",
        "0101, 0, , 80, 400, body.invalid",
        "0101, 2000, SCHOOL, 80, 400, body.invalid",
    })
    void refusesBadTargets(
            String caller, int years, @Nullable String type, @Nullable String percent, int status, String problem) {
        var answer = target(caller, TODAY.getYear() + years, type, percent);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(jdbc.sql("select count(*) from coverage_target")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?asOf=x", "?unit=x"})
    void refusesBadQuestions(String query) {
        assertThat(api.get("/v1/coverage" + query)
                        .as(tokens.at(township))
                        .send()
                        .status())
                .isEqualTo(400);
    }

    @Test
    void ofAnotherCountyNothingIsCounted() {
        desk.enter(township, village, "SCHOOL", 3);
        String stranger = tokens.at(divisions.unit("0201"));

        assertThat(api.get("/v1/coverage?unit=" + village).as(stranger).send().problem())
                .isEqualTo("coverage.unit-unknown");
        assertThat(api.get("/v1/coverage").as(stranger).send().json().path("total"))
                .isEmpty();
        assertThat(api.get("/v1/coverage").send().status()).isEqualTo(401);
        assertThat(api.post("/v1/coverage-targets", Map.of()).key().send().status())
                .isEqualTo(401);
    }
}
