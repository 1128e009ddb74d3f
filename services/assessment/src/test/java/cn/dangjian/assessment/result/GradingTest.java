package cn.dangjian.assessment.result;

import static cn.dangjian.assessment.Scored.TODAY;
import static cn.dangjian.assessment.Scored.YEAR;
import static cn.dangjian.assessment.Scored.four;
import static cn.dangjian.assessment.Scored.next;
import static cn.dangjian.assessment.Scored.scheme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.assessment.RunningAssessment;
import cn.dangjian.assessment.Said;
import cn.dangjian.assessment.Scored;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Units of a frozen year are graded by whoever has published the scheme, and it is on file one tier up. */
class GradingTest extends RunningAssessment {

    private static final long OWNER = Province.OTHER_COUNTY;
    private static final long ABOVE = Province.OTHER_CITY;

    /** A frozen year of villages; those are of this test alone. */
    private long frozen(int year) {
        long id = scored.published(OWNER, scheme(year, "VILLAGE", four()));
        scored.settled();
        var closed = scored.post(OWNER, "/v1/schemes/" + id + "/closing", Map.of("document", "虚考1号"));
        assertThat(closed.status()).as(closed.toString()).isEqualTo(202);
        await().atMost(Scored.PATIENCE).until(() -> scored.get(OWNER, "/v1/schemes/" + id + "/closing")
                .json()
                .path("state")
                .asString()
                .equals("FROZEN"));
        return id;
    }

    private List<Long> units(long scheme) {
        return scored.get(OWNER, "/v1/schemes/" + scheme + "/graded-units")
                .json()
                .path("units")
                .valueStream()
                .map(unit -> unit.path("unit").asLong())
                .toList();
    }

    /** The first ones so, and all others so. */
    private static Map<String, Object> grades(String scale, List<Long> units, int first, String one, String other) {
        var grades = new ArrayList<Map<String, Object>>();
        for (long unit : units) grades.add(Map.of("unit", unit, "grade", grades.size() < first ? one : other));
        return Map.of("scale", scale, "document", "虚考〔2026〕3号", "grades", grades);
    }

    private Api.Answer propose(long scheme, Map<String, Object> grades) {
        return scored.post(OWNER, "/v1/schemes/" + scheme + "/gradings", grades);
    }

    private Api.Answer step(long unit, long grading, String step, Object body) {
        return scored.post(unit, "/v1/gradings/" + grading + "/" + step, body);
    }

    @Test
    void isProposedWithinTheQuotaReturnedAndFiledOneTierUp() {
        LongStream.range(0, 4).forEach(each -> scored.village(Province.OTHER_TOWNSHIP));
        long id = frozen(YEAR - 2);
        var units = units(id);
        int count = units.size();
        assertThat(count).isGreaterThanOrEqualTo(5);
        var set = scored.post(
                ABOVE,
                "/v1/rules/assessment.grade.five-stars.most.percent/settings",
                Map.of("since", TODAY.toString(), "value", 20, "document", "虚组〔2026〕2号"));
        assertThat(set.status()).as(set.toString()).isLessThan(300);
        int most = count * 20 / 100;

        var over = propose(id, grades("STARS", units, most + 1, "STARS_5", "STARS_3"));
        assertThat(over.problem()).isEqualTo("grading.over-stars");
        assertThat(over.json().path("detail").asString()).contains((most + 1) + "个", most + "个", "虚组〔2026〕2号");
        assertThat(propose(id, grades("STARS", units.subList(1, count), 0, "STARS_5", "STARS_3"))
                        .problem())
                .isEqualTo("grading.units-missing");
        assertThat(propose(id, grades("STARS", units, 1, "GOOD", "STARS_3")).problem())
                .isEqualTo("grading.wrong-scale");
        var others = new ArrayList<>(units);
        others.add(Province.VILLAGE);
        assertThat(propose(id, grades("STARS", others, 0, "STARS_5", "STARS_3")).problem())
                .isEqualTo("grading.unit-other");
        others.set(count, units.getFirst());
        assertThat(propose(id, grades("STARS", others, 0, "STARS_5", "STARS_3")).problem())
                .isEqualTo("grading.unit-twice");

        var proposed = propose(id, grades("STARS", units, most, "STARS_5", "STARS_3"));
        assertThat(proposed.status()).as(proposed.toString()).isEqualTo(201);
        long grading = proposed.json().path("id").asLong();
        assertThat(step(OWNER, grading, "filing", Map.of("document", "虚")).problem())
                .isEqualTo("grading.not-yours");
        assertThat(step(Province.PROVINCE, grading, "filing", Map.of("document", "虚"))
                        .problem())
                .isEqualTo("grading.not-yours");
        assertThat(step(OWNER, grading, "confirmation", Map.of("document", "虚")).problem())
                .isEqualTo("grading.not-yours");
        assertThat(step(ABOVE, grading, "return", Map.of("reason", "理由不足")).status())
                .isEqualTo(200);
        assertThat(past(units.getFirst())).isZero();

        var revised = step(OWNER, grading, "revision", grades("STARS", units, most, "STARS_4", "STARS_2"));
        assertThat(revised.status()).as(revised.toString()).isEqualTo(200);
        var filed = Stream.of(1, 2)
                .map(each -> CompletableFuture.supplyAsync(
                        () -> step(ABOVE, grading, "filing", Map.of("document", "虚组〔2026〕5号"))
                                .status()))
                .toList();
        assertThat(filed.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 409);

        assertThat(past(units.getFirst())).isEqualTo(1);
        assertThat(scored.get(units.getLast(), "/v1/units/" + units.getLast() + "/grades")
                        .json()
                        .at("/grades/0/grade")
                        .asString())
                .isEqualTo("STARS_2");
        var rural = jdbc.sql("""
            select u.id from grade g join unit u on u.id = g.unit_id
             where g.grading_id = :grading and u.domain = 'RURAL' and g.grade = 'STARS_2'\
            """).param("grading", grading).query(Long.class).list();
        assertThat(rural).isNotEmpty().hasSizeLessThan(count);
        await().atMost(Scored.PATIENCE)
                .untilAsserted(() -> assertThat(candidates(grading)).containsExactlyInAnyOrderElementsOf(rural));
        // told again, whoever lists them knows them by their grading
        assertThat(api.post("/v1/retellings").as(tokens.administrator()).send().status())
                .isEqualTo(202);
        await().atMost(Scored.PATIENCE).untilAsserted(() -> assertThat(candidates(grading))
                .hasSize(2 * rural.size())
                .containsAll(rural));
        showsWhatOrganizationSays(grading, rural.getFirst());
        assertThat(propose(id, grades("STARS", units, 0, "STARS_5", "STARS_3")).problem())
                .isEqualTo("grading.graded-already");
    }

    /** In whatever order it is told. */
    private void showsWhatOrganizationSays(long grading, long unit) {
        broker.send(
                candidate(grading, unit, 2, "ACCEPTED", "77", TODAY),
                candidate(grading, unit, 1, "LISTED", "null", null),
                candidate(grading, unit, 2, "ACCEPTED", "77", TODAY));

        await().atMost(Scored.PATIENCE).untilAsserted(() -> assertThat(scored.get(unit, "/v1/units/" + unit + "/grades")
                        .json()
                        .at("/grades/0/candidate/weakCase")
                        .asLong())
                .isEqualTo(77));
        var shown = scored.get(OWNER, "/v1/gradings/" + grading)
                .json()
                .path("grades")
                .valueStream()
                .filter(grade -> grade.path("unit").asLong() == unit)
                .findFirst()
                .orElseThrow();
        assertThat(shown.at("/candidate/state").asString()).isEqualTo("ACCEPTED");
        assertThat(shown.path("grade").asString()).isEqualTo("STARS_2");
    }

    private static String candidate(
            long grading, long unit, long version, String state, String weakCase, LocalDate decided) {
        return Said.event("organization.weak-candidate-changed.v1", "weak-candidate:" + unit, version, """
            {"id":%d,"unit":%d,"graded":%d,"year":2025,"grading":%d,"state":"%s","ended":false,"weakCase":%s,
             "reason":null,"decidedOn":%s}\
            """.formatted(
                        unit, unit, unit, grading, state, weakCase, decided == null ? null : "\"" + decided + "\""));
    }

    private int past(long unit) {
        return scored.get(OWNER, "/v1/units/" + unit + "/grades")
                .json()
                .path("grades")
                .size();
    }

    private List<Long> candidates(long grading) {
        return broker.heardOf("assessment.weak-candidate.v1").stream()
                .map(event -> event.path("data"))
                .filter(data -> data.path("grading").asLong() == grading)
                .map(data -> data.path("unit").asLong())
                .toList();
    }

    /** Whoever has fewer points may still be graded better: then it is written down why. */
    @Test
    void asksForAReasonWhereFewerPointsAreGradedBetter() {
        int year = YEAR - 4;
        long village = scored.village(Province.OTHER_TOWNSHIP);
        scored.published(OWNER, scheme(year, "VILLAGE", four()));
        scored.say(Said.weak(village, next(), "CONFIRMED", LocalDate.of(year, 5, 1)));
        long id = frozen(year);
        var units = units(id);
        assertThat(units).contains(village).hasSizeGreaterThan(1);
        var grades = new ArrayList<Map<String, Object>>();
        for (long unit : units)
            grades.add(new HashMap<>(Map.of("unit", unit, "grade", unit == village ? "FAIRLY_GOOD" : "AVERAGE")));
        var request = Map.<String, Object>of("scale", "GRADES", "document", "虚考〔2026〕3号", "grades", grades);

        var refused = propose(id, request);
        assertThat(refused.problem()).isEqualTo("grading.out-of-order");
        assertThat(refused.json().path("detail").asString()).contains("92.00", "100.00");

        grades.forEach(grade -> grade.put("reason", grade.get("unit").equals(village) ? "  " : "从严"));
        assertThat(propose(id, request).problem()).isEqualTo("grading.out-of-order");
        grades.forEach(grade -> grade.put("reason", "灾后重建，市委专题会议纪要〔2026〕2号"));
        var proposed = propose(id, request);
        assertThat(proposed.status()).as(proposed.toString()).isEqualTo(201);
        assertThat(proposed.json()
                        .path("grades")
                        .valueStream()
                        .filter(grade -> grade.path("unit").asLong() == village)
                        .map(grade -> grade.path("reason").asString()))
                .containsExactly("灾后重建，市委专题会议纪要〔2026〕2号");
    }

    @Test
    void waitsForTheFreezeAndForOpenAppeals() {
        long village = scored.village(Province.OTHER_TOWNSHIP);
        long open = scored.draft(OWNER, scheme(YEAR, "VILLAGE", four()))
                .json()
                .path("id")
                .asLong();
        assertThat(propose(open, grades("GRADES", List.of(village), 0, "GOOD", "POOR"))
                        .problem())
                .isEqualTo("grading.not-frozen");

        int year = YEAR - 3;
        scored.published(OWNER, scheme(year, "VILLAGE", four()));
        scored.say(Said.weak(village, next(), "CONFIRMED", LocalDate.of(year, 5, 1)));
        long id = frozen(year);
        var units = units(id);
        var appeal = scored.post(
                village,
                "/v1/units/" + village + "/appeals",
                Map.of("day", LocalDate.of(year, 12, 31).toString(), "words", "有误", "facts", List.of()));
        assertThat(appeal.status()).as(appeal.toString()).isEqualTo(201);
        assertThat(propose(id, grades("GRADES", units, 1, "GOOD", "AVERAGE")).problem())
                .isEqualTo("grading.appeals-open");

        long number = appeal.json().path("id").asLong();
        scored.post(village, "/v1/appeals/" + number + "/withdrawal", Map.of("words", "已说明"));

        // nobody has set a quota of 好: any number may have it
        var proposed = propose(id, grades("GRADES", units, units.size(), "GOOD", "AVERAGE"));
        assertThat(proposed.status()).as(proposed.toString()).isEqualTo(201);
        assertThat(proposed.json().path("grades").size()).isEqualTo(units.size());
    }
}
