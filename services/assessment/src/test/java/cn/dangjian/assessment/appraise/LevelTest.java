package cn.dangjian.assessment.appraise;

import static cn.dangjian.assessment.Scored.TODAY;
import static cn.dangjian.assessment.Scored.YEAR;
import static cn.dangjian.assessment.Scored.four;
import static cn.dangjian.assessment.Scored.indicator;
import static cn.dangjian.assessment.Scored.scheme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import cn.dangjian.assessment.Paper;
import cn.dangjian.assessment.RunningAssessment;
import cn.dangjian.assessment.Scored;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** People grade, other people confirm, and it counts when it is on file one tier up. */
class LevelTest extends RunningAssessment {

    private static final long OTHER_PERSON = 951;

    /** Three townships with 90, 80 and 70. */
    private Debriefing closed() {
        var debriefing = new Debriefing(api, tokens, jdbc, scored, 3);
        var plan = debriefing.plan(debriefing.leaders(100));
        plan.put("goodMost", 34);
        debriefing.voting(plan);
        for (int at = 0; at < 3; at++)
            debriefing.given(debriefing.townships.get(at), String.valueOf(90 - 10 * at), debriefing.county);
        return debriefing.take("closing");
    }

    private static Map<String, Object> grades(Debriefing debriefing, String... grades) {
        var all = new ArrayList<Map<String, Object>>();
        for (int at = 0; at < grades.length; at++)
            all.add(new HashMap<>(Map.of("unit", debriefing.townships.get(at), "grade", grades[at])));
        return Map.of("document", "虚组〔2026〕11号", "grades", all);
    }

    private static Api.Answer propose(Debriefing debriefing, Object grades) {
        return debriefing.step("grades", grades, debriefing.county, debriefing.county);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> because(Map<String, Object> grades, int at, String reason) {
        ((List<Map<String, Object>>) grades.get("grades")).get(at).put("reason", reason);
        return grades;
    }

    @Test
    void areProposedWithinTheQuotaAndInTheOrderOfThePoints() {
        var debriefing = closed();

        var over = propose(debriefing, grades(debriefing, "GOOD", "GOOD", "AVERAGE"));
        assertThat(over.problem()).isEqualTo("level.over-good");
        assertThat(over.json().path("detail").asString()).contains("2个", "1个");
        var turned = propose(debriefing, grades(debriefing, "FAIRLY_GOOD", "GOOD", "AVERAGE"));
        assertThat(turned.problem()).isEqualTo("level.order-unsaid");
        assertThat(propose(debriefing, grades(debriefing, "GOOD", "AVERAGE")).problem())
                .isEqualTo("level.units-missing");
        assertThat(propose(
                                debriefing,
                                Map.of(
                                        "document",
                                        "虚",
                                        "grades",
                                        List.of(Map.of("unit", Province.TOWNSHIP, "grade", "GOOD"))))
                        .problem())
                .isEqualTo("level.unit-other");
        var twice = new ArrayList<Object>();
        for (int each = 0; each < 2; each++)
            twice.add(Map.of("unit", debriefing.townships.getFirst(), "grade", "POOR"));
        assertThat(propose(debriefing, Map.of("document", "虚", "grades", twice)).problem())
                .isEqualTo("level.unit-twice");

        var said = because(grades(debriefing, "FAIRLY_GOOD", "GOOD", "AVERAGE"), 1, "全省试点成效突出");
        assertThat(propose(debriefing, said).status()).isEqualTo(200);
        assertThat(debriefing
                        .read("/v1/appraisals/" + debriefing.campaign + "/grades", debriefing.county)
                        .at("/grades/1/reason")
                        .asString())
                .isEqualTo("全省试点成效突出");
    }

    @Test
    void areConfirmedByAnotherPersonAndFiledOneTierUp() {
        var debriefing = closed();
        long good = debriefing.townships.getFirst();
        String path = "/v1/appraisals/" + debriefing.campaign + "/grades";
        var document = Map.of("document", "虚委〔2026〕12号");
        assertThat(debriefing
                        .step("confirmation", document, debriefing.county, OTHER_PERSON)
                        .problem())
                .isEqualTo("appraisal.wrong-state");
        propose(debriefing, grades(debriefing, "GOOD", "FAIRLY_GOOD", "AVERAGE"));
        assertThat(debriefing
                        .step("confirmation", document, debriefing.county, debriefing.county)
                        .problem())
                .isEqualTo("appraisal.same-person");
        assertThat(debriefing.step("filing", document, Province.CITY, 1).problem())
                .isEqualTo("appraisal.wrong-state");
        assertThat(debriefing.read(path, good).path("grades").size()).isZero();

        var refused = debriefing.step("refusal", Map.of("reason", "再议"), debriefing.county, OTHER_PERSON);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(200);
        propose(debriefing, grades(debriefing, "GOOD", "FAIRLY_GOOD", "AVERAGE"));
        var confirmed = debriefing.step("confirmation", document, debriefing.county, OTHER_PERSON);
        assertThat(confirmed.status()).as(confirmed.toString()).isEqualTo(200);
        assertThat(debriefing
                        .step("filing", document, debriefing.county, OTHER_PERSON)
                        .problem())
                .isEqualTo("appraisal.not-yours");
        assertThat(debriefing.step("filing", document, Province.PROVINCE, 1).problem())
                .isEqualTo("appraisal.not-yours");
        var filed = Stream.of(1, 2)
                .map(each -> CompletableFuture.supplyAsync(() ->
                        debriefing.step("filing", document, Province.CITY, each).status()))
                .toList();
        assertThat(filed.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 409);

        var own = debriefing.read(path, good).path("grades");
        assertThat(own.valueStream()
                        .map(one ->
                                one.path("unit").asLong() + one.path("grade").asString()))
                .containsExactly(good + "GOOD");
        assertThat(debriefing
                        .read("/v1/units/" + good + "/appraisal-grades", good)
                        .at("/grades/0/composite")
                        .asString())
                .isEqualTo("90.00");
        await().atMost(Scored.PATIENCE).untilAsserted(() -> {
            var told = broker.heardOf("assessment.appraisal-graded.v1").stream()
                    .filter(event -> event.at("/data/appraisal").asLong() == debriefing.campaign)
                    .toList();
            assertThat(told).hasSize(1);
            EventSchemas.validate(
                    "assessment.appraisal-graded.v1", told.getFirst().toString());
            assertThat(told.getFirst().at("/data/grades").size()).isEqualTo(3);
        });
        retold(debriefing.campaign);
    }

    /** For whoever has lost it: the same, and since when it is on file. */
    private void retold(long campaign) {
        assertThat(api.post("/v1/retellings")
                        .as(tokens.at(Province.COUNTY))
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(api.post("/v1/retellings").as(tokens.administrator()).send().status())
                .isEqualTo(202);
        await().atMost(Scored.PATIENCE).untilAsserted(() -> {
            var told = broker.heardOf("assessment.appraisal-graded.v1").stream()
                    .filter(event -> event.at("/data/appraisal").asLong() == campaign)
                    .toList();
            assertThat(told).hasSize(2);
            var again = told.getLast();
            EventSchemas.validate("assessment.appraisal-graded.v1", again.toString());
            assertThat(again.at("/data/grades")).isEqualTo(told.getFirst().at("/data/grades"));
            assertThat(again.path("version")).isEqualTo(told.getFirst().path("version"));
            assertThat(Instant.parse(again.at("/data/filedAt").asString()))
                    .isCloseTo(
                            Instant.parse(told.getFirst().path("occurredAt").asString()),
                            within(5, ChronoUnit.SECONDS));
        });
    }

    /** Above the province there is nobody: a third person keeps them. */
    @Test
    void areKeptByAThirdPersonAtTheProvince() {
        var cities = List.of(Province.CITY, Province.OTHER_CITY);
        var debriefing = new Debriefing(api, tokens, jdbc, scored, Province.PROVINCE, cities);
        var plan = debriefing.plan(debriefing.leaders(100));
        plan.put("objects", "CITIES");
        plan.put("year", YEAR + 5);
        debriefing.voting(plan);
        for (long city : cities) debriefing.given(city, "88", Province.PROVINCE);
        debriefing.take("closing");
        propose(debriefing, grades(debriefing, "FAIRLY_GOOD", "FAIRLY_GOOD"));
        var document = Map.of("document", "虚委〔2026〕12号");
        debriefing.step("confirmation", document, Province.PROVINCE, OTHER_PERSON);

        assertThat(debriefing.step("filing", document, Province.PROVINCE, 3).problem())
                .isEqualTo("appraisal.not-yours");
        for (long person : List.of(Province.PROVINCE, OTHER_PERSON))
            assertThat(debriefing
                            .step("keeping", document, Province.PROVINCE, person)
                            .problem())
                    .isEqualTo("appraisal.same-person");
        assertThat(debriefing
                        .step("keeping", document, Province.PROVINCE, 3)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("FILED");
        var county = closed();
        assertThat(county.step("keeping", document, county.county, 3).problem()).isEqualTo("appraisal.not-yours");
    }

    @Test
    void needAReasonWithoutAComposite() {
        var debriefing = new Debriefing(api, tokens, jdbc, scored, 2);
        debriefing.voting(debriefing.plan(debriefing.leaders(100)));
        debriefing.given(debriefing.townships.getFirst(), "90", debriefing.county);
        debriefing.take("closing");

        var grades = grades(debriefing, "GOOD", "AVERAGE");
        assertThat(propose(debriefing, grades).problem()).isEqualTo("level.composite-missing");
        assertThat(propose(debriefing, because(grades, 1, "因病缺席，另行考察")).status())
                .isEqualTo(200);
    }

    /** 90 of a hundred are 9 of an indicator with 10, by the formula that counts everything else. */
    @Test
    void becomePointsOfAnIndicatorOnce() {
        var debriefing = closed();
        long township = debriefing.townships.getFirst();
        var indicators = new ArrayList<>(
                List.of(four().get(0), four().get(2), four().get(3), indicator("SAID", "VOTE", "", "30.00")));
        scored.published(debriefing.county, scheme(YEAR, "TOWNSHIP", indicators));
        scored.settled();
        propose(debriefing, grades(debriefing, "GOOD", "FAIRLY_GOOD", "AVERAGE"));
        var points = Map.of("indicator", "SAID");
        assertThat(debriefing
                        .step("points", points, debriefing.county, OTHER_PERSON)
                        .problem())
                .isEqualTo("appraisal.wrong-state");
        debriefing.step("confirmation", Map.of("document", "虚"), debriefing.county, OTHER_PERSON);
        assertThat(debriefing
                        .step("points", Map.of("indicator", "TASKS"), debriefing.county, OTHER_PERSON)
                        .problem())
                .isEqualTo("mark.wrong-source");
        var without = Map.of("indicator", "SAID", "without", List.of(Province.TOWNSHIP));
        assertThat(debriefing
                        .step("points", without, debriefing.county, OTHER_PERSON)
                        .problem())
                .isEqualTo("level.unit-other");

        var booked = debriefing.step("points", points, debriefing.county, OTHER_PERSON);

        assertThat(booked.json().path("units").asInt()).as(booked.toString()).isEqualTo(3);
        assertThat(debriefing
                        .step("points", points, debriefing.county, OTHER_PERSON)
                        .problem())
                .isEqualTo("appraisal.booked-already");
        scored.settled();
        var line = scored.line(scored.explanation(township, TODAY), "SAID");
        assertThat(line.path("points").asString()).isEqualTo("27.00");
        assertThat(Paper.left(line.path("formula").asString())).isEqualTo("27.00");
    }

    /** Of whoever is scored by nobody's scheme it is said who that is, and the others can be taken without it. */
    @Test
    void becomePointsOfTheOthersWhereOneIsNotScored() {
        var debriefing = closed();
        long other = debriefing.townships.get(1);
        jdbc.sql("update unit set domain = 'URBAN' where id = :unit")
                .param("unit", other)
                .update();
        var indicators = new ArrayList<>(
                List.of(four().get(0), four().get(2), four().get(3), indicator("SAID", "VOTE", "", "30.00")));
        var rural = new HashMap<>(scheme(YEAR, "TOWNSHIP", indicators));
        rural.put("domain", "RURAL");
        scored.published(debriefing.county, rural);
        scored.settled();
        propose(debriefing, grades(debriefing, "GOOD", "FAIRLY_GOOD", "AVERAGE"));
        debriefing.step("confirmation", Map.of("document", "虚"), debriefing.county, OTHER_PERSON);

        var refused = debriefing.step("points", Map.of("indicator", "SAID"), debriefing.county, OTHER_PERSON);

        assertThat(refused.problem()).as(refused.toString()).isEqualTo("mark.units-not-scored");
        assertThat(refused.json().path("detail").asString())
                .contains(jdbc.sql("select name from unit where id = :unit")
                        .param("unit", other)
                        .query(String.class)
                        .single());
        var without = Map.of("indicator", "SAID", "without", List.of(other));
        var booked = debriefing.step("points", without, debriefing.county, OTHER_PERSON);
        assertThat(booked.json().path("units").asInt()).as(booked.toString()).isEqualTo(2);
        assertThat(booked.json().at("/left/0/unit").asLong()).isEqualTo(other);
    }
}
